using Community.Messaging.Channels.WeCom;
using Community.Platform;
using FluentValidation;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Messaging.WeCom.Chats;

/// <summary>The customer groups of the platform, and which groups they are.</summary>
public sealed class ChatEndpoints(
    ChatStore chats, IEnumerable<ChatBinding> bindings, IValidator<BindGroupRequest> validator)
{
    // Null where the app runs on another channel.
    readonly ChatBinding? binding = bindings.SingleOrDefault();

    /// <summary>
    /// The chats that the platform told of, by pages in order of id; none on a channel that uses the ids of groups.
    /// </summary>
    [Function("ListChats")]
    [Page<ChatView>]
    [Query<bool>("bound", "Only chats with a group, or only those without; a page may then hold fewer items.")]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/channel/chats")] HttpRequest request)
    {
        if (!QueryFields.TryReadFlag(request, "bound", out var isBound))
            return Task.FromResult(QueryFields.NoFlag("bound"));
        return Paging.AnswerAsync(request, async (size, continuation) =>
            (await chats.PageAsync(size, continuation))
                .Where(chat => isBound is null || (chat.GroupId is not null) == isBound)
                .Map(ChatView.From));
    }

    /// <summary>
    /// The group, which is bound to a chat of the platform for good: what happens there is told to the group, what the
    /// platform told of it in the last 30 days too. 400 for an id that is no customer group, 409 for a chat or a group
    /// that is bound to another, for a dissolved group, and on a channel that uses the ids of groups; 503 while the
    /// platform cannot be asked about a chat that it never told of.
    /// </summary>
    [Function("BindGroup")]
    [Request<BindGroupRequest>, Response<GroupView>, Problem(409, 503)]
    public async Task<IResult> Bind(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/groups/{groupId}/bind")] HttpRequest request,
        string groupId)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, validator);
        if (problem is not null) return problem;
        if (binding is null)
        {
            return Problems.Conflict(
                ConflictKind.NothingToDecide, "the channel uses the ids of groups, so nothing is to be bound");
        }

        return await binding.BindAsync(groupId, body!.ChannelGroupId!, body.By!) switch
        {
            ChatBindingResult.Bound bound => ApiJson.Json(GroupView.From(bound.Group)),
            ChatBindingResult.Refused refused => Problems.From(refused.Refusal),
            ChatBindingResult.UnknownGroup => GroupEndpoints.NotFound(groupId),
            ChatBindingResult.UnknownChat =>
                Problems.Invalid("channelGroupId", "is no customer group that the app may see."),
            _ => Problems.Unavailable(
                request, "The platform is unavailable.", "The platform could not be asked about the chat."),
        };
    }
}

/// <summary>
/// The body of <c>POST /api/groups/{id}/bind</c>: the id of the chat on the platform, which is case-sensitive, and who
/// says so.
/// </summary>
public sealed record BindGroupRequest(string? ChannelGroupId, string? By);

public sealed class BindGroupValidator : AbstractValidator<BindGroupRequest>
{
    public BindGroupValidator()
    {
        RuleFor(bind => bind.ChannelGroupId).ChannelKey();
        RuleFor(bind => bind.By).Author();
    }
}

/// <summary>
/// A chat of the platform. <paramref name="GroupId"/> is null while it is not bound, <paramref name="Customers"/>
/// before it was read first.
/// </summary>
public sealed record ChatView(
    string ChannelGroupId,
    string? GroupId,
    string Name,
    string Owner,
    int? Customers,
    DateTimeOffset FirstSeenAt,
    DateTimeOffset? ReadAt,
    DateTimeOffset? DismissedAt)
{
    public static ChatView From(Chat chat) => new(
        chat.ChatId,
        chat.GroupId,
        chat.Name,
        chat.OwnerId,
        chat.Customers,
        chat.FirstSeenAt,
        chat.ReadAt,
        chat.DismissedAt);
}
