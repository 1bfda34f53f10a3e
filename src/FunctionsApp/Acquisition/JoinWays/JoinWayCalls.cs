using Community.Messaging.Channels.WeCom;
using FunctionsApp.Messaging.WeCom.Calls;
using FunctionsApp.Messaging.WeCom.Client;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Acquisition.JoinWays;

/// <summary>Asks the platform for what is due about a join way, and records its answer.</summary>
public sealed class JoinWayCalls(
    JoinWayStore store, WeComJoinWayClient platform, TimeProvider clock, ILogger<JoinWayCalls> log)
{
    static readonly TimeSpan RetryDelay = TimeSpan.FromMinutes(10);

    /// <summary>Performs the step of a join way that is taken. A failure is left to a later visit or pass.</summary>
    public async Task PerformAsync(CodeJoinWay way, JoinWayStep step)
    {
        switch (step)
        {
            case JoinWayStep.Make make:
                await MakeAsync(way, make.Target);
                return;
            case JoinWayStep.Update update:
                await RecordAsync(way, await UpdateAsync(update.ConfigId, update.Target));
                return;
            case JoinWayStep.Show show:
                await RecordAsync(way, await ShowAsync(show.ConfigId));
                return;
            case JoinWayStep.Delete delete when !IsDone(await platform.DeleteAsync(delete.ConfigId)):
                await RecordAsync(way, Postponed());
                return;
            default:
                await store.RemoveAsync(way);
                return;
        }
    }

    async Task MakeAsync(CodeJoinWay way, JoinWayTarget target)
    {
        switch (await platform.AddAsync(target))
        {
            case WeComReply<string>.Success { Value: var configId }:
                if (await RecordMadeAsync(way, new JoinWayEvent.Made(configId, target.ChatIdList)))
                    await RecordAsync(way, await ShowAsync(configId));
                return;
            case WeComReply<string>.Unanswered:
                log.LogWarning(
                    "The answer to making the join way of {Code} is lost; the platform may have one without a use.",
                    way.Code);
                await RecordAsync(way, new JoinWayEvent.AnswerLost(clock.GetUtcNow() + RetryDelay));
                return;
            default:
                await RecordAsync(way, Postponed());
                return;
        }
    }

    // The platform lists no join ways, so one that is not recorded would be left there for ever.
    async Task<bool> RecordMadeAsync(CodeJoinWay way, JoinWayEvent.Made made)
    {
        var isRecorded = false;
        try
        {
            isRecorded = await RecordAsync(way, made) is not null;
        }
        finally
        {
            if (!isRecorded) await platform.DeleteAsync(made.ConfigId);
        }

        return isRecorded;
    }

    async Task<JoinWayEvent> UpdateAsync(string configId, JoinWayTarget target) =>
        await platform.UpdateAsync(configId, target) switch
        {
            WeComReply<Done>.Success => new JoinWayEvent.Led(target.ChatIdList),
            // The refusal may be about a chat.
            WeComReply<Done>.Refused { Kind: WeComErrorKind.Other } when await IsGoneAsync(configId) =>
                new JoinWayEvent.Vanished(),
            _ => Postponed(),
        };

    async Task<JoinWayEvent> ShowAsync(string configId) => await platform.GetAsync(configId) switch
    {
        WeComReply<JoinWay>.Success { Value.QrCode: { Length: > 0 } address } => new JoinWayEvent.Shown(address),
        WeComReply<JoinWay>.Refused { Kind: WeComErrorKind.Other } => new JoinWayEvent.Vanished(),
        _ => Postponed(),
    };

    async Task<bool> IsGoneAsync(string configId) =>
        await platform.GetAsync(configId) is WeComReply<JoinWay>.Refused { Kind: WeComErrorKind.Other };

    // A join way that the platform does not know is deleted.
    static bool IsDone(WeComReply<Done> reply) =>
        reply is WeComReply<Done>.Success or WeComReply<Done>.Refused { Kind: WeComErrorKind.Other };

    JoinWayEvent.Postponed Postponed() => new(clock.GetUtcNow() + RetryDelay);

    Task<CodeJoinWay?> RecordAsync(CodeJoinWay way, JoinWayEvent happened) =>
        store.RecordAsync(way.Code, known => known.Holder == way.Holder ? happened : null);
}
