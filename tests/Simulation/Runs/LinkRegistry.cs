using System.Text.RegularExpressions;
using Simulation.Channel;

namespace Simulation.Runs;

/// <summary>
/// The links that were sent to groups, the clicks on them, and the orders that carry the code of a link.
/// </summary>
sealed partial class LinkRegistry(IPlatform platform)
{
    readonly Dictionary<string, int> attempts = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> answers = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> orderGroups = new(StringComparer.Ordinal);

    readonly Dictionary<string, string> ownCodes = new(StringComparer.Ordinal);
    readonly List<OwnClickAttempt> ownClicks = [];

    /// <summary>The clicks of members on their own links.</summary>
    public IReadOnlyList<OwnClickAttempt> OwnClicks => ownClicks;

    /// <summary>The group whose link led to each order.</summary>
    public IReadOnlyDictionary<string, string> OrderGroups => orderGroups;

    /// <summary>The code of the latest link that was sent to the group; null while there is none.</summary>
    public string? LatestCodeIn(string groupId) => platform.PerformedActions
        .Where(action => action.GroupId == groupId)
        .Select(action => Link().Match(action.Text))
        .LastOrDefault(link => link.Success)?.Groups["code"].Value;

    public void NameOwnLink(string memberId, string code) => ownCodes[memberId] = code;

    /// <summary>The code of the member's own link; null while there is none.</summary>
    public string? OwnCodeOf(string memberId) => ownCodes.GetValueOrDefault(memberId);

    public void RecordOwnClick(OwnClickAttempt click) => ownClicks.Add(click);

    public void CountAttempt(string groupId) => attempts[groupId] = AttemptsIn(groupId) + 1;

    public void CountAnswer(string groupId) => answers[groupId] = AnswersIn(groupId) + 1;

    public int AttemptsIn(string groupId) => attempts.GetValueOrDefault(groupId);

    public int AnswersIn(string groupId) => answers.GetValueOrDefault(groupId);

    public void RecordOrder(string orderId, string groupId) => orderGroups[orderId] = groupId;

    [GeneratedRegex(
        "https://brand\\.example\\.com/l/(?<code>[0-9a-z]+)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}

/// <summary>
/// A click of a member on their own link. <paramref name="AnsweredAt"/> is null when it was not answered with the page.
/// </summary>
sealed record OwnClickAttempt(string MemberId, DateTimeOffset SentAt, DateTimeOffset? AnsweredAt);
