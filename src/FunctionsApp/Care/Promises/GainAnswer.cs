using Community.Platform;

namespace FunctionsApp.Care.Promises;

/// <summary>
/// A score of 1 to 5 for a unit. <paramref name="MemberId"/> and <paramref name="By"/> are null for one of the page.
/// </summary>
public sealed record GainAnswer(int Unit, int Score, string? MemberId, string? By, DateTimeOffset At);

/// <summary>Whose score it is: a member, or a browser that is known only by its cookie.</summary>
public sealed record GainSource(string Key, string? MemberId)
{
    // A digest, because ids of members hold any character and are long.
    public static GainSource OfMember(string memberId) => new($"member-{EffectKey.Digest(memberId)}", memberId);

    public static GainSource OfBrowser(string cookie) => new($"browser-{EffectKey.Digest(cookie)}", null);
}
