using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Messaging.Deliveries;

/// <summary>The ledger (送达).</summary>
public sealed class DeliveryEndpoints(Ledger ledger, GroupStore groups)
{
    /// <summary>
    /// A group's deliveries by pages, oldest first; 400 without <c>groupId</c>, 404 when there is no such group.
    /// </summary>
    [Function("ListDeliveries")]
    [Page<DeliveryView>]
    [Query<string>("groupId", "The group whose deliveries are listed.", IsRequired = true)]
    [Problem(404)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/deliveries")] HttpRequest request)
    {
        var groupId = request.Query["groupId"].ToString();
        if (groupId.Length == 0) return Problems.Invalid("groupId", "is missing.");
        if (await groups.FindAsync(groupId) is null) return Problems.NotFound($"There is no group {groupId}.");
        return await Paging.AnswerAsync(request, async (size, continuation) =>
            (await ledger.PageAsync(groupId, size, continuation)).Map(DeliveryView.From));
    }
}

/// <summary>
/// A delivery in HTTP responses. <c>MemberIds</c> are the members whom a message to the group concerns when they are
/// several, null otherwise.
/// </summary>
public sealed record DeliveryView(
    string Key,
    string Cause,
    string GroupId,
    string? MemberId,
    string Step,
    ChannelAction To,
    [property: HiddenFromViewers] string Text,
    DeliveryState State,
    DateTimeOffset QueuedAt,
    DateTimeOffset? NotBefore,
    DateTimeOffset? SentAt,
    string? ChannelMessageId,
    string? TaskId,
    string? Reason,
    IReadOnlyList<string>? MemberIds,
    [property: HiddenFromViewers] IReadOnlyList<Attachment> Attachments)
{
    public static DeliveryView From(Delivery delivery) => new(
        delivery.Key,
        delivery.Cause,
        delivery.GroupId,
        delivery.OnlyMemberId,
        delivery.Step,
        delivery.Action,
        delivery.Text,
        delivery.State,
        delivery.QueuedAt,
        delivery.NotBefore,
        delivery.SentAt,
        delivery.ChannelMessageId,
        delivery.TaskId,
        delivery.Reason,
        delivery.MemberIds,
        delivery.Attachments ?? []);
}
