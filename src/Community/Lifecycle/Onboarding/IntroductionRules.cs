using Community.Groups.Members;
using Community.Platform.Texts;

namespace Community.Lifecycle.Onboarding;

public sealed record InterestTag(string Tag, IReadOnlyList<string> Words);

/// <summary>
/// The words of introductions: the phrases of the template, each in several spellings, its blank, and the interests.
/// </summary>
public sealed record IntroductionVocabulary(
    IReadOnlyList<IReadOnlyList<string>> Phrases, IReadOnlyList<InterestTag> Interests, string Blank = "____")
{
    public static IntroductionVocabulary Chinese { get; } =
        Phrasebook.Chinese.Section<IntroductionVocabulary>("introductions");
}

public static class IntroductionRules
{
    /// <summary>The number of template phrases in an introduction; other messages rarely have two.</summary>
    public const int PhrasesNeeded = 2;

    public const int MaxVeterans = 3;

    static readonly TimeSpan VeteranAfter = TimeSpan.FromDays(7);

    /// <summary>The interests in an introduction, possibly none; null for another text.</summary>
    public static IReadOnlyList<string>? Read(string text, IntroductionVocabulary vocabulary) =>
        vocabulary.Phrases.Count(phrase => IsFilledIn(text, phrase, vocabulary.Blank)) < PhrasesNeeded
            ? null
            : InterestsIn(text, vocabulary);

    /// <summary>The interests in a text that is known to be an introduction, possibly none.</summary>
    public static IReadOnlyList<string> InterestsIn(string text, IntroductionVocabulary vocabulary) =>
        [.. vocabulary.Interests
            .Where(interest => Mentions(text, interest.Words))
            .Select(interest => interest.Tag)];

    /// <summary>Introduced members of at least a week: most shared interests first, then the earliest join.</summary>
    public static IReadOnlyList<Member> FindVeterans(
        Member newcomer, IEnumerable<Member> members, DateTimeOffset now) =>
        [.. members
            .Where(member => member.MemberId != newcomer.MemberId && IsVeteran(member, now))
            .Select(member => (Member: member, Shared: SharedInterests(newcomer, member).Count()))
            .Where(candidate => candidate.Shared > 0)
            .OrderByDescending(candidate => candidate.Shared)
            .ThenBy(candidate => candidate.Member.JoinedAt)
            .ThenBy(candidate => candidate.Member.MemberId, StringComparer.Ordinal)
            .Take(MaxVeterans)
            .Select(candidate => candidate.Member)];

    static bool IsVeteran(Member member, DateTimeOffset now) =>
        member.IsPresent && member.IsIntroduced && member.JoinedAt <= now - VeteranAfter;

    public static IEnumerable<string> SharedInterests(Member newcomer, Member veteran) =>
        newcomer.Interests.Intersect(veteran.Interests, StringComparer.Ordinal);

    // A phrase before its blank was copied from the template and not filled in.
    static bool IsFilledIn(string text, IEnumerable<string> phrases, string blank) =>
        phrases.Any(phrase => text
            .Replace(phrase + blank, "", StringComparison.OrdinalIgnoreCase)
            .Contains(phrase, StringComparison.OrdinalIgnoreCase));

    static bool Mentions(string text, IEnumerable<string> words) =>
        words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
