using System.Text;

namespace FunctionsApp.Platform.PoisonedMessages;

/// <summary>The text of a message in a queue, which should be the base64 of a body.</summary>
static class QueueText
{
    public static string Encode(BinaryData body) => Convert.ToBase64String(body);

    /// <summary>The body; null when the text is not base64.</summary>
    public static BinaryData? Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? BinaryData.FromBytes(bytes.AsMemory(0, length))
            : null;
    }

    /// <summary>The body as text where it is UTF-8 in base64, or the text itself.</summary>
    public static string ForReading(string text) => Decode(text) is { } body && System.Text.Unicode.Utf8.IsValid(body)
        ? Encoding.UTF8.GetString(body)
        : text;
}
