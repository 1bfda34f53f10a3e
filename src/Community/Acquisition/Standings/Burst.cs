namespace Community.Acquisition.Standings;

/// <summary>Many invitees of one inviter within a short window, who are likely paid for.</summary>
public static class Burst
{
    public const int Size = 10;

    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    /// <summary>The invitees of every burst that includes this one; none without a burst.</summary>
    public static IReadOnlyList<string> FindInvitees(IReadOnlyList<RecentInvitee> latest, string invitee)
    {
        if (latest.FirstOrDefault(recent => recent.Invitee == invitee) is not { } joined) return [];
        return [.. latest
            .Where(first => first.At <= joined.At && joined.At - first.At <= Window)
            .Select(first => WithinWindow(latest, first))
            .Where(burst => burst.Count >= Size)
            .SelectMany(burst => burst)
            .Select(recent => recent.Invitee)
            .Distinct(StringComparer.Ordinal)];
    }

    static List<RecentInvitee> WithinWindow(IReadOnlyList<RecentInvitee> latest, RecentInvitee first) =>
        [.. latest.Where(recent => recent.At >= first.At && recent.At - first.At <= Window)];
}
