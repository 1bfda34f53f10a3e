using Community.Messaging.Deliveries;

namespace Community.Pushes.DaySheets;

/// <summary>How a person sends a push.</summary>
public enum SendingWay
{
    /// <summary>The person copies the text into the group.</summary>
    ByHand,

    /// <summary>The platform prepares its group send of the day (客户群群发), and the person confirms it.</summary>
    GroupSend,
}

/// <summary>Foresees which push of a group gets the group send of the day, as things are.</summary>
public static class SendingWays
{
    /// <summary>The ways of pushes with these keys of deliveries, which are in the order of their instants.</summary>
    public static IReadOnlyList<SendingWay> Forecast(
        GroupSendBudget? budget,
        IEnumerable<(string DeliveryKey, DateTimeOffset At)> pushes,
        TimeOnly cutoff,
        TimeZoneInfo zone)
    {
        List<SendingWay> ways = [];
        var current = budget ?? new GroupSendBudget();
        foreach (var (key, at) in pushes)
        {
            var reserved = current.ReserveForPush(key, at, cutoff, zone);
            ways.Add(reserved is null ? SendingWay.ByHand : SendingWay.GroupSend);
            current = reserved ?? current;
        }

        return ways;
    }
}
