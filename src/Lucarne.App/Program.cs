return await Lucarne.App.CommandLine.RunAsync(args);
