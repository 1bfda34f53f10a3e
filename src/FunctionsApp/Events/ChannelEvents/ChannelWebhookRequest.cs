using System.Text;
using System.Text.Json;
using Community.Messaging.Channels;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Events.ChannelEvents;

/// <summary>
/// The body of <c>POST /webhooks/channel</c>: <c>{"type","timestamp","data":{...}}</c>; the type sets the fields of the
/// data.
/// </summary>
public sealed record ChannelWebhookRequest(string? Type, DateTimeOffset? Timestamp, JsonElement? Data)
{
    static readonly Dictionary<string, Func<ChannelWebhookRequest, RequestResult<ChannelEvent>>> Readers =
        new(StringComparer.Ordinal)
        {
            ["member.joined"] = message => message.Read(MemberJoinedData.Rules),
            ["member.left"] = message => message.Read(MemberLeftData.Rules),
            ["member.renamed"] = message => message.Read(MemberRenamedData.Rules),
            ["message.posted"] = message => message.Read(MessagePostedData.Rules),
            ["group.dissolved"] = message => message.Read(GroupDissolvedData.Rules),
            ["task.done"] = message => message.Read(TaskDoneData.Rules),
        };

    /// <summary>The known types.</summary>
    public static IReadOnlyCollection<string> Types => Readers.Keys;

    /// <summary>The event in the bytes, or a problem with status 400 that names the invalid fields.</summary>
    public static RequestResult<ChannelEvent> Parse(
        ReadOnlySpan<byte> bytes, IValidator<ChannelWebhookRequest> validator)
    {
        var message = RequestBody.Parse(bytes, validator);
        return message.Problem is null ? Readers[message.Value!.Type!](message.Value) : new(null, message.Problem);
    }

    RequestResult<ChannelEvent> Read<T>(IValidator<T> validator)
        where T : class, IChannelData
    {
        var data = RequestBody.Parse(Encoding.UTF8.GetBytes(Data!.Value.GetRawText()), validator, "data.");
        return data.Problem is null ? new(data.Value!.ToEvent(Timestamp!.Value), null) : new(null, data.Problem);
    }
}

/// <summary>Validates the fields that messages of all types have.</summary>
public sealed class ChannelWebhookValidator : AbstractValidator<ChannelWebhookRequest>
{
    static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public ChannelWebhookValidator(TimeProvider clock)
    {
        RuleFor(message => message.Type)
            .NotNull().WithMessage("is missing.")
            .Must(type => ChannelWebhookRequest.Types.Contains(type))
            .WithMessage($"must be one of {string.Join(", ", ChannelWebhookRequest.Types)}.");
        RuleFor(message => message.Timestamp)
            .Instant()
            .Must(at => at <= clock.GetUtcNow() + ClockSkew).WithMessage("must not be in the future.");
        RuleFor(message => message.Data)
            .NotNull().WithMessage("is missing.")
            .Must(data => data!.Value.ValueKind is JsonValueKind.Object).WithMessage("must be a JSON object.");
    }
}
