using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Hosting;

/// <summary>One readable line an event. host.json sets the levels; the environment may override them.</summary>
internal static class ConsoleLog
{
    public static void Configure(WebApplicationBuilder web, HostJson hostJson)
    {
        var levels = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Logging:LogLevel:Microsoft.AspNetCore"] = nameof(LogLevel.Warning),
            ["Logging:LogLevel:Microsoft.Hosting"] = nameof(LogLevel.Warning),
        };
        foreach (var (category, level) in hostJson.LogLevels) levels[$"Logging:LogLevel:{category}"] = level;
        ((IConfigurationBuilder)web.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = levels });
        web.Logging.ClearProviders();
        web.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
    }
}
