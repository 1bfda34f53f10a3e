using Community.Groups.Members;
using Community.Platform.Texts;

namespace Community.Lifecycle.Onboarding;

/// <summary>An interest and the words that show it.</summary>
public sealed record InterestTag(string Tag, IReadOnlyList<string> Words);

/// <summary>How introductions are written: the phrases of the template that newcomers are given, its blank to fill in, and the brand's interests.</summary>
public sealed record IntroductionVocabulary(IReadOnlyList<IReadOnlyList<string>> Phrases, IReadOnlyList<InterestTag> Interests, string Blank = "____")
{
    /// <summary>How introductions are written in Chinese.</summary>
    public static IntroductionVocabulary Chinese { get; } = Phrasebook.Chinese.Section<IntroductionVocabulary>("introductions");
}

/// <summary>Reads self-introductions and finds who shares their interests.</summary>
public static class IntroductionRules
{
    /// <summary>At least so many of the template's phrases make a message an introduction; chatter rarely has two.</summary>
    public const int PhrasesNeeded = 2;

    /// <summary>At most so many veterans are introduced to a newcomer (DESIGN 5).</summary>
    public const int MaxVeterans = 3;

    static readonly TimeSpan VeteranAfter = TimeSpan.FromDays(7);

    /// <summary>The interests in <paramref name="text"/> if it is an introduction (an empty list if it names none); null if it is not one.</summary>
    public static IReadOnlyList<string>? Read(string text, IntroductionVocabulary vocabulary) =>
        vocabulary.Phrases.Count(phrase => IsFilledIn(text, phrase, vocabulary.Blank)) < PhrasesNeeded
            ? null
            : [.. vocabulary.Interests.Where(interest => Mentions(text, interest.Words)).Select(interest => interest.Tag)];

    /// <summary>Members of a week's standing who share an interest with the newcomer: most shared first, then the longest in the group.</summary>
    public static IReadOnlyList<Member> Veterans(Member newcomer, IEnumerable<Member> members, DateTimeOffset now) =>
        [.. members
            .Where(member => member.MemberId != newcomer.MemberId && member.IsPresent && member.IsIntroduced && member.JoinedAt <= now - VeteranAfter)
            .Select(member => (Member: member, Shared: Shared(newcomer, member).Count()))
            .Where(candidate => candidate.Shared > 0)
            .OrderByDescending(candidate => candidate.Shared)
            .ThenBy(candidate => candidate.Member.JoinedAt)
            .ThenBy(candidate => candidate.Member.MemberId, StringComparer.Ordinal)
            .Take(MaxVeterans)
            .Select(candidate => candidate.Member)];

    /// <summary>The interests both have, in the newcomer's order.</summary>
    public static IEnumerable<string> Shared(Member newcomer, Member veteran) => newcomer.Interests.Intersect(veteran.Interests, StringComparer.Ordinal);

    // A phrase that still stands before its blank was copied, not written.
    static bool IsFilledIn(string text, IEnumerable<string> phrases, string blank) =>
        phrases.Any(phrase => text.Replace(phrase + blank, "", StringComparison.OrdinalIgnoreCase).Contains(phrase, StringComparison.OrdinalIgnoreCase));

    static bool Mentions(string text, IEnumerable<string> words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
