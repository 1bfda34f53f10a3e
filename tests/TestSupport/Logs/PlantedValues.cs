using System.Collections.Concurrent;
using System.Text.Json;

namespace TestSupport.Logs;

/// <summary>
/// The values that no log line may contain: keys and secrets, the personal values in the bodies that a test sends, and
/// every Chinese text, which is what members and operators write and read (the app's own log lines are English).
/// </summary>
public sealed class PlantedValues(params IReadOnlyList<string> secrets)
{
    // Shorter values occur in ordinary text.
    const int MinLength = 6;

    static readonly string[] PersonalProperties =
    [
        "unionId",
        "address",
        "delivery_address",
        "receiver_name",
        "email",
        "phone",
        "introduction",
        "note",
    ];

    readonly ConcurrentDictionary<string, bool> personal = new(StringComparer.Ordinal);

    /// <summary>Takes the personal values of a JSON body; a body that is no JSON has none.</summary>
    public void AddFrom(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            AddFrom(json.RootElement);
        }
        catch (JsonException)
        {
            // hostile bodies and imported files are not JSON
        }
    }

    /// <summary>
    /// True when the line contains one of the values. The start report of a local host prints its key for a person.
    /// </summary>
    public bool IsIn(LogLine line)
    {
        if (line is { Category: "Host" } && line.Message.StartsWith("Function key: ", StringComparison.Ordinal))
            return false;
        var text = $"{line}";
        return text.Any(IsChinese)
            || secrets.Concat(personal.Keys).Any(value => text.Contains(value, StringComparison.Ordinal));
    }

    static bool IsChinese(char letter) => letter is >= '\u4e00' and <= '\u9fff';

    void AddFrom(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) AddFrom(item);
        }

        if (element.ValueKind is not JsonValueKind.Object) return;
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind is JsonValueKind.String && PersonalProperties.Contains(property.Name))
                Add(property.Value.GetString()!);
            else
                AddFrom(property.Value);
        }
    }

    void Add(string value)
    {
        if (value.Length >= MinLength) personal.TryAdd(value, true);
    }
}
