using Microsoft.Extensions.Configuration.Memory;

namespace LocalRuntime.Hosting;

/// <summary>Logs one line an event. host.json sets the levels; the environment overrides them.</summary>
static class ConsoleLog
{
    public static void Configure(WebApplicationBuilder web, HostJson hostJson)
    {
        var levels = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Logging:LogLevel:Microsoft.AspNetCore"] = nameof(LogLevel.Warning),
            ["Logging:LogLevel:Microsoft.Hosting"] = nameof(LogLevel.Warning),
        };
        foreach (var (category, level) in hostJson.LogLevels) levels[$"Logging:LogLevel:{category}"] = level;
        var defaults = new MemoryConfigurationSource { InitialData = levels };
        ((IConfigurationBuilder)web.Configuration).Sources.Insert(0, defaults);
        web.Logging.ClearProviders();
        web.Logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss "));
    }
}
