namespace LocalRuntime.Functions;

/// <summary>The settings that triggers refer to.</summary>
sealed class AppSettings(IConfiguration configuration)
{
    public string? Find(string name) => configuration[name];

    /// <summary>
    /// True when <c>AzureWebJobs.{function}.Disabled</c>, or the same with double underscores, is <c>true</c> or 1.
    /// </summary>
    public bool Disables(string function) =>
        (Find($"AzureWebJobs.{function}.Disabled") ?? Find($"AzureWebJobs:{function}:Disabled")) is { } text
        && (text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase));

    /// <summary>The text itself, or the value of the setting that it names as <c>%Name%</c>.</summary>
    public string Resolve(string text, string function)
    {
        if (text is not ['%', .. var name, '%']) return text;
        return Find(name.Replace("__", ":", StringComparison.Ordinal))
            ?? throw new RefusedException($"Function '{function}': there is no setting '{name}'.");
    }

    /// <summary>The connection string in a setting, whose name may have the prefix <c>AzureWebJobs</c>.</summary>
    public string Connection(string? name, string function) =>
        Find($"AzureWebJobs{name ?? "Storage"}")
        ?? Find(name ?? "AzureWebJobsStorage")
        ?? throw new RefusedException($"Function '{function}': there is no connection string '{name}'.");
}
