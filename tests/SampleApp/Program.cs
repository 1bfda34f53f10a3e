using Microsoft.Extensions.Hosting;

await SampleApp.Sample.Build(args).RunAsync();
