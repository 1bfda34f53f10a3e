namespace Community.Acquisition.Posters;

/// <summary>What a code leads to: a campaign, the poster it was printed on, and the member whose own code it is, where it is somebody's.</summary>
public sealed record JoinCode(string Code, string CampaignId, string PosterId, string? Inviter = null)
{
    /// <summary>How many characters a code has: 10 of 32 letters and digits, 50 random bits, so that codes cannot be guessed in bulk.</summary>
    public const int Length = 10;

    // Crockford's base 32 in lower case: no i, l, o, u, so that a code read aloud or typed from paper is not mistaken.
    const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Writes <see cref="Length"/> random bytes as a code.</summary>
    public static string Create(ReadOnlySpan<byte> random)
    {
        Span<char> code = stackalloc char[Length];
        for (var i = 0; i < Length; i++) code[i] = Alphabet[random[i] & 31];
        return new string(code);
    }

    /// <summary>True for text that could be a code; anything else need not be looked up.</summary>
    public static bool IsWellFormed(string text) => text.Length == Length && text.All(Alphabet.Contains);
}

/// <summary>海报: a title, its benefit lines, and the code in its QR.</summary>
public sealed record Poster(string Id, string CampaignId, string Code, string Title, IReadOnlyList<string> Lines, DateTimeOffset CreatedAt);
