using Community.Platform;

namespace Community.Messaging.Deliveries;

/// <summary>
/// Sales come before content pushes: until the cutoff of the local day its group send is kept for a sale. From the
/// cutoff on it is given to the first push that asks, unless a sale has it.
/// </summary>
public static class GroupSendRule
{
    public static bool IsForPush(GroupSendBudget budget, DateTimeOffset now, TimeOnly cutoff, TimeZoneInfo zone) =>
        now.TimeIn(zone) >= cutoff && (now.DateIn(zone) > budget.Day || budget.IsFromFuture(now));
}
