using System.Globalization;
using Community.Content;
using Community.Platform.Texts;

namespace Community.Pushes.Guards;

/// <summary>
/// The share of promotions among the last ten pushes, none older than 14 days. With fewer than ten one is allowed, and
/// never the first. A share below 10 % allows none. A push that comes before others must leave their mix intact, except
/// that of sales, which have no limit.
/// </summary>
static class PromotionMix
{
    const int Size = 10;
    const int MaxOfFew = 1;

    /// <summary>Why the mix does not allow the push; null when it does.</summary>
    public static string? Fault(GroupPushHistory history, PushHistoryEntry push, int percent)
    {
        if (push.Kind is not ContentKind.Promotion) return null;
        var (pushes, index) = With(history, push);
        for (var last = index; last < Math.Min(pushes.Count, index + Size); last++)
        {
            var isLimited = last == index || pushes[last] is { Kind: ContentKind.Promotion, IsSale: false };
            if (isLimited && Fault(WindowUpTo(last, pushes), percent) is { } fault) return fault;
        }

        return null;
    }

    /// <summary>True when the push before or after is a promotion too.</summary>
    public static bool IsConsecutive(GroupPushHistory history, PushHistoryEntry push)
    {
        if (push.Kind is not ContentKind.Promotion) return false;
        var (pushes, index) = With(history, push);
        var neighbours = pushes.Take(index).TakeLast(1).Concat(pushes.Skip(index + 1).Take(1));
        return neighbours.Any(other =>
            other.Kind is ContentKind.Promotion && (other.At - push.At).Duration() <= GroupPushHistory.Horizon);
    }

    static (List<PushHistoryEntry> Pushes, int Index) With(GroupPushHistory history, PushHistoryEntry push)
    {
        var pushes = history.Add(push).Entries.Where(entry => entry.Kind is not null).ToList();
        return (pushes, pushes.FindIndex(entry => entry.Key == push.Key));
    }

    static List<PushHistoryEntry> WindowUpTo(int last, List<PushHistoryEntry> pushes)
    {
        var oldest = pushes[last].At - GroupPushHistory.Horizon;
        return [.. pushes.Take(last + 1).TakeLast(Size).Where(entry => entry.At >= oldest)];
    }

    static string? Fault(List<PushHistoryEntry> window, int percent)
    {
        if (window.Count == 1) return Phrasebook.Chinese.Format("push.guard.PromotionMix.first");
        var most = percent * Size / 100;
        if (window.Count < Size) most = Math.Min(most, MaxOfFew);
        if (window.Count(entry => entry.Kind is ContentKind.Promotion) <= most) return null;
        return Phrasebook.Chinese.Format(
            "push.guard.PromotionMix",
            ("pushes", window.Count.ToString(CultureInfo.InvariantCulture)),
            ("limit", most.ToString(CultureInfo.InvariantCulture)));
    }
}
