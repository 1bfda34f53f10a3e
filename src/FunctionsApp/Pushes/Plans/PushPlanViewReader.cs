using Community.Messaging.Channels;
using Community.Pushes.Plans;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Pushes.Calendars;

namespace FunctionsApp.Pushes.Plans;

/// <summary>Reads what a plan's view has beside the plan.</summary>
public sealed class PushPlanViewReader(NextPushReader next, IChannel channel)
{
    public async Task<PushPlanView> ReadAsync(PushPlan plan) =>
        PushPlanView.From(plan, await next.FindAsync(plan)) with
        {
            Channel = channel.Describe(ChannelAction.SendToGroup),
        };
}
