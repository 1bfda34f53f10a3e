using Community.Messaging.Deliveries;

namespace Community.Pushes.DaySheets;

/// <summary>How a person sends a push.</summary>
public enum SendingWay
{
    /// <summary>The person copies the text into the group.</summary>
    ByHand,

    /// <summary>The platform prepares a group send (客户群群发), and the person confirms it.</summary>
    GroupSend,
}

/// <summary>Foresees which pushes of a group get group sends, as things are.</summary>
public static class SendingWays
{
    /// <summary>The ways of pushes with these keys of deliveries, which are in the order of their instants.</summary>
    public static IReadOnlyList<SendingWay> Forecast(
        GroupSendBudget? budget,
        GroupSendsSeen? seen,
        IEnumerable<(string DeliveryKey, DateTimeOffset At)> pushes,
        TimeOnly cutoff,
        GroupSendRule rule)
    {
        List<SendingWay> ways = [];
        var current = budget ?? new GroupSendBudget();
        foreach (var (key, at) in pushes)
        {
            var reserved = current.ReserveForPush(key, at, cutoff, rule, seen);
            ways.Add(reserved is null ? SendingWay.ByHand : SendingWay.GroupSend);
            current = reserved ?? current;
        }

        return ways;
    }
}
