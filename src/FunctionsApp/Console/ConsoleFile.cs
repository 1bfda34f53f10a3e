using FunctionsApp.Platform.Http;
using Microsoft.Net.Http.Headers;

namespace FunctionsApp.Console;

/// <summary>A file of the console.</summary>
/// <param name="MediaType">The value of <c>Content-Type</c>.</param>
/// <param name="IsImmutable">True when the name changes with the content.</param>
/// <param name="Forms">The compressed forms, the smallest first, and at last the file itself.</param>
public sealed record ConsoleFile(string MediaType, bool IsImmutable, IReadOnlyList<ConsoleFileForm> Forms)
{
    /// <summary>The first form that the request accepts (RFC 9110, 12.5.3).</summary>
    public ConsoleFileForm Choose(IList<StringWithQualityHeaderValue> accepted) =>
        Forms.First(form => form.Coding is null || accepted.Any(
            value => value.Value.Equals(form.Coding, StringComparison.OrdinalIgnoreCase) && value.Quality is not 0));
}

/// <summary>The bytes of a file under a content coding, null for the file itself. Each form has its own tag.</summary>
public sealed record ConsoleFileForm(string? Coding, ReadOnlyMemory<byte> Bytes)
{
    public EntityTagHeaderValue Tag { get; } = EntityTag.OfContent(Bytes.Span);
}
