using Community.Content;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Platform;
using FunctionsApp.Content.Library;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Content.Sending;

/// <summary>Sends an item to a group of staff, who read it as members would. A draft can be sent too.</summary>
public sealed class ContentTestSender(
    ContentStore contents,
    GroupStore groups,
    ContentMessageService messages,
    DeliveryDispatcher dispatcher,
    TimeProvider clock)
{
    /// <summary>
    /// 202 with the delivery, once for each <paramref name="sendId"/>; 404 for an unknown item, 400 for an
    /// unknown group, a variant that the item does not have or a text that breaks a rule of the platform, 409 for a
    /// retired item, a dissolved group or a text without its product.
    /// </summary>
    public async Task<IResult> SendAsync(string contentId, ContentTestSendRequest request, string sendId)
    {
        if (await contents.FindAsync(contentId) is not { Value: var item }) return ContentAnswers.NotFound(contentId);
        var variant = request.Variant ?? 1;
        if (variant > item.Body.Variants.Count)
            return Problems.Invalid("variant", $"must be 1 to {item.Body.Variants.Count}.");
        if (await groups.FindAsync(request.GroupId!) is not { Value: var group })
            return Problems.Invalid("groupId", $"there is no group {request.GroupId}.");
        if (item.State is ContentState.Retired)
            return Problems.Conflict(ConflictKind.Ended, $"The item {contentId} is retired.");
        if (!group.IsAlive) return Problems.Conflict(ConflictKind.Ended, $"The group {group.Id} is dissolved.");
        return await SendAsync(item, new ContentOccurrence($"test-{sendId}", group, variant, clock.GetUtcNow()));
    }

    async Task<IResult> SendAsync(ContentItem item, ContentOccurrence occurrence)
    {
        var composed = await messages.ComposeAsync(item, occurrence);
        if (composed.Message is not { } message) return ToProblem(composed.Refusals);
        var delivery = await dispatcher.DeliverAsync(ToDelivery(item, occurrence, message));
        return ApiJson.Json(
            new ContentTestSendView(
                delivery.Key,
                item.Id,
                delivery.GroupId,
                occurrence.Variant,
                delivery.Text,
                delivery.Attachments ?? [],
                delivery.State,
                delivery.TaskId),
            StatusCodes.Status202Accepted);
    }

    static IResult ToProblem(IReadOnlyList<Refusal> refusals) =>
        refusals is [var only] ? Problems.From(only) : Problems.Invalid(refusals);

    static NewDelivery ToDelivery(ContentItem item, ContentOccurrence occurrence, ContentMessage message) => new(
        $"content-{item.Id}",
        occurrence.Id,
        occurrence.Group.Id,
        MemberId: null,
        ChannelAction.SendToGroup,
        DeliveryPriority.Ordinary,
        message.Text,
        occurrence.At)
    {
        Attachments = message.Attachments.Count == 0 ? null : message.Attachments,
    };
}
