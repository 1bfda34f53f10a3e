namespace Community.Acquisition.Standings;

/// <summary>Many who come to one inviter within seconds are more likely bought than invited.</summary>
public static class Burst
{
    /// <summary>So many within <see cref="Window"/> are a burst.</summary>
    public const int Size = 10;

    /// <summary>How close they come together.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    /// <summary>Those of the latest comers who came in a burst with this one; none when there was none.</summary>
    public static IReadOnlyList<string> Around(IReadOnlyList<RecentInvitee> latest, string invitee)
    {
        if (latest.FirstOrDefault(comer => comer.Invitee == invitee) is not { } one) return [];
        return latest
            .Where(first => first.At <= one.At && one.At - first.At <= Window)
            .Select(first => latest.Where(comer => comer.At >= first.At && comer.At - first.At <= Window).ToList())
            .Where(together => together.Count >= Size)
            .SelectMany(together => together)
            .Select(comer => comer.Invitee)
            .Distinct(StringComparer.Ordinal)
            .ToList();
    }
}
