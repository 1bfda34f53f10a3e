using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.Http;

/// <summary>Fields of queries; a field with a wrong value is 400.</summary>
public static class QueryFields
{
    /// <summary>The text; null for an absent or empty field.</summary>
    public static string? Text(HttpRequest request, string name) =>
        request.Query[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>
    /// Reads an instant with an offset; an absent one is <paramref name="fallback"/>. False for another value, and
    /// <see cref="NoInstant"/> is the answer.
    /// </summary>
    // The plus sign of an offset that is not escaped arrives as a space.
    public static bool TryReadInstant(
        HttpRequest request, string name, DateTimeOffset fallback, out DateTimeOffset instant)
    {
        instant = fallback;
        if (request.Query[name].ToString() is not { Length: > 0 and <= 40 } text)
            return !request.Query.ContainsKey(name);
        var read = InstantText.Read(text.Length > 10 ? text[..11] + text[11..].Replace(' ', '+') : text, offset: null);
        instant = read ?? fallback;
        return read is { Year: > 1900 and < 9000 };
    }

    /// <summary>
    /// Reads <c>true</c> or <c>false</c>; null for an absent field. False for another value, and <see cref="NoFlag"/>
    /// is the answer.
    /// </summary>
    public static bool TryReadFlag(HttpRequest request, string name, out bool? value)
    {
        value = null;
        if (Text(request, name) is not { } text) return true;
        if (text is not ("true" or "false")) return false;
        value = text == "true";
        return true;
    }

    public static IResult NoFlag(string name) => Problems.Invalid(name, "must be true or false.");

    public static IResult NoInstant(string name) =>
        Problems.Invalid(name, "must be an ISO 8601 instant with an offset.");

    /// <summary>
    /// Reads the name of an enum member, case-sensitive; null for an absent one. False for another value, and
    /// <see cref="NoName{T}"/> is the answer.
    /// </summary>
    public static bool TryReadName<T>(HttpRequest request, string name, out T? value)
        where T : struct, Enum
    {
        value = null;
        if (Text(request, name) is not { } text) return true;
        if (!Enum.GetNames<T>().Contains(text, StringComparer.Ordinal)) return false;
        value = Enum.Parse<T>(text);
        return true;
    }

    public static IResult NoName<T>(string name)
        where T : struct, Enum =>
        Problems.Invalid(name, $"must be one of {string.Join(", ", Enum.GetNames<T>())}.");
}
