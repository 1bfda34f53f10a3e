using Community.Groups;
using Community.Messaging.Deliveries;
using Community.Pushes.DaySheets;
using Community.Pushes.Occurrences;
using FunctionsApp.Platform.Http;
using FunctionsApp.Pushes.Occurrences;
using FunctionsApp.Pushes.Sending;

namespace FunctionsApp.Pushes.DaySheets;

/// <summary>What deliveries of pushes need where a person sends them.</summary>
public sealed class DaySheetDeliveries(OwnerTapService taps, PushLimitSettings settings, BrandTime brandTime)
{
    /// <summary>
    /// The delivery with the sheet in which the owner of the group finds it, and the cutoff of the group send;
    /// <paramref name="rows"/> are those of the group.
    /// </summary>
    public NewDelivery Prepare(NewDelivery delivery, Push push, Group group, GroupPushRows rows) => taps.CostsTap
        ? delivery with
        {
            GroupSendCutoff = settings.LimitsOf(rows.Limits?.Value).SaleCutoff,
            StaffTaskId = group.Owner is { } owner
                ? DaySheet.TaskIdOf(owner, DaySheetRules.DayOf(push, brandTime.Zone))
                : null,
        }
        : delivery;
}
