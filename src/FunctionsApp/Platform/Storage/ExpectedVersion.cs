using System.Text.Json;
using Community.Platform;

namespace FunctionsApp.Platform.Storage;

/// <summary>The document changed since the caller read it.</summary>
public sealed class StaleVersionException() : Exception("The document changed since it was read.");

/// <summary>
/// The versions of a document that a caller is willing to change. A version is a digest of the document and not the
/// ETag of its row, so that a write that changes nothing, and a repeated one, leaves it as it is.
/// </summary>
public sealed class ExpectedVersion(IReadOnlySet<string> versions)
{
    /// <summary>The version of a document.</summary>
    public static string Of<T>(T document) =>
        EffectKey.Digest(JsonSerializer.Serialize(document, StoredJson.Options));

    /// <summary>
    /// Throws <see cref="StaleVersionException"/> for another version. A store calls it between its read and its write.
    /// </summary>
    public void Verify<T>(T document)
    {
        if (!versions.Contains(Of(document))) throw new StaleVersionException();
    }
}
