using Lucarne.Bench;

return Command.Run(args, Console.Out, Console.Error);
