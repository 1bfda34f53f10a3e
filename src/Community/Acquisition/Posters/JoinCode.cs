namespace Community.Acquisition.Posters;

/// <summary>活码: the text of a QR code. <c>Inviter</c> owns a personal code; it is null for a shared one.</summary>
public sealed record JoinCode(string Code, string CampaignId, string PosterId, string? Inviter = null)
{
    /// <summary>10 characters of 32: 50 random bits, so that codes cannot be guessed in bulk.</summary>
    public const int Length = 10;

    // Crockford's base 32 in lower case has no i, l, o and u, which are easily mistaken on paper.
    const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Writes <see cref="Length"/> random bytes as a code.</summary>
    public static string Create(ReadOnlySpan<byte> random)
    {
        Span<char> code = stackalloc char[Length];
        for (var i = 0; i < Length; i++) code[i] = Alphabet[random[i] & 31];
        return new string(code);
    }

    public static bool IsWellFormed(string text) => text.Length == Length && text.All(Alphabet.Contains);
}

/// <summary>海报: a title, lines of benefits and a QR code.</summary>
public sealed record Poster(
    string Id, string CampaignId, string Code, string Title, IReadOnlyList<string> Lines, DateTimeOffset CreatedAt);
