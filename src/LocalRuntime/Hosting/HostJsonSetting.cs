namespace LocalRuntime.Hosting;

/// <summary>A value of host.json and its path. A wrong type or range is a refusal that names the path.</summary>
sealed record HostJsonSetting(string Path, JsonElement Value)
{
    public string Text() => Value.ValueKind == JsonValueKind.String ? Value.GetString()! : throw Wrong("a string");

    public int Number(int min, int max) =>
        Value.ValueKind == JsonValueKind.Number && Value.TryGetInt32(out var number) && number >= min && number <= max
            ? number
            : throw Wrong($"a number from {min} to {max}");

    public TimeSpan Time(TimeSpan min, TimeSpan max) =>
        TimeSpan.TryParseExact(Text(), "c", CultureInfo.InvariantCulture, out var time) && time >= min && time <= max
            ? time
            : throw Wrong($"a time from {min:c} to {max:c}, as hh:mm:ss");

    public TimeSpan Polling() => Time(TimeSpan.FromMilliseconds(100), TimeSpan.FromDays(1));

    /// <summary>The range of the Durable extension; it renews thirty seconds before the end.</summary>
    public TimeSpan Visibility() => Time(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));

    public string HubName() =>
        Text() is { Length: >= 3 and <= 45 } name && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit)
            ? name
            : throw Wrong("a letter and 2 to 44 letters and digits");

    public bool IsBase64() => Text().ToUpperInvariant() switch
    {
        "BASE64" => true,
        "NONE" => false,
        _ => throw Wrong("base64 or none"),
    };

    public string Level() => Enum.TryParse<LogLevel>(Text(), ignoreCase: true, out var level)
        ? level.ToString()
        : throw Wrong("a log level");

    public RefusedException Wrong(string expected) =>
        new($"host.json: '{Path}' is {Value.GetRawText()}; it must be {expected}.");

    public RefusedException Unsupported() =>
        new($"host.json: '{Path}' is not supported by the local runtime, which would ignore it.");
}
