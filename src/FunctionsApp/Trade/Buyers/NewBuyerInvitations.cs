using Community.Groups;
using Community.Messaging.StaffTasks;
using Community.Platform;
using Community.Platform.Texts;
using Community.Trade.Orders;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.Invitations;

namespace FunctionsApp.Trade.Buyers;

/// <summary>
/// Invites the buyer of a cheap first order into the group for new buyers (新用户群), in private and once. A flash sale
/// uses the same delivery key for its invitation, so a member receives only one of the two.
/// </summary>
public sealed class NewBuyerInvitations(
    OrderSettings settings,
    GroupStore groups,
    Ledger ledger,
    InvitationService invitations,
    TimeProvider clock)
{
    const string Step = "new-buyer-invitation";

    /// <summary>
    /// Invites the buyer when this is their first order and cheap. While the group takes no members, a staff task says
    /// so and the invitation waits. A repeat changes nothing.
    /// </summary>
    public async Task InviteAsync(Order order, PurchaseTotals totals)
    {
        if (settings.NewBuyers is not { } terms || !order.Counts || !IsCheapFirstOrder(order, totals, terms))
            return;
        if (await groups.FindAsync(terms.GroupId) is not { Value: var group }) return;
        if (await groups.FindMemberAsync(group.Id, totals.MemberId) is { IsPresent: true }) return;
        var now = clock.GetUtcNow();
        var task = NewBuyerTasks.OpenGroup(group, now);
        var invitation = InvitationTo(group, order, totals.MemberId, task);
        // One that was sent before does not wait for a place.
        if (group.TakesMembers || await ledger.FindAsync(group.Id, invitation.ToDelivery("", now).Key) is null)
            await invitations.SendOrWaitAsync(group, invitation, task, now);
    }

    static WaitingInvitation InvitationTo(Group group, Order order, string memberId, NewStaffTask task) => new(
        $"new-buyers-{group.Id}",
        Step,
        group.Id,
        memberId,
        TextOf(order, group),
        task.Id,
        WaitingInvitation.EndOfWait(task.At));

    static string TextOf(Order order, Group group) => Phrasebook.Chinese.Format(
        "order.newBuyerInvitation",
        ("product", order.Payment!.Items is [var first, ..] ? first.Name : order.OrderId),
        ("price", PriceFormatter.Format(order.AmountMinor, order.Payment.Currency)),
        ("group", group.Name),
        ("joinUrl", WaitingInvitation.JoinUrlPlace));

    static bool IsCheapFirstOrder(Order order, PurchaseTotals totals, NewBuyerTerms terms) =>
        totals.First is { } first
        && first.Shop == order.Shop
        && first.OrderId == order.OrderId
        && first.Currency == terms.Currency
        && first.AmountMinor <= terms.MaxMinor;
}
