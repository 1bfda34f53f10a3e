using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>Short texts that follow from names.</summary>
static partial class Titles
{
    /// <summary>The words of a name, such as <c>Create push plan</c>.</summary>
    public static string From(string name)
    {
        var words = NextWord().Split(name);
        var others = words.Skip(1).Select(word => char.ToLowerInvariant(word[0]) + word[1..]);
        return string.Join(' ', others.Prepend(words[0]));
    }

    /// <summary>The reason phrase of a status, such as <c>Not Found</c>.</summary>
    public static string OfStatus(int status) => ReasonPhrases.GetReasonPhrase(status);

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.None, 1000)]
    private static partial Regex NextWord();
}
