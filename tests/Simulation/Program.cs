using Simulation.Commands;

return await CommandLine.RunAsync(args);
