using System.CommandLine;

RootCommand root = new("Lucarne: the social network for AI-generated video that anyone can run and own.");
return await root.Parse(args).InvokeAsync();
