using Community.Messaging.Channels.WeCom;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.WeCom.Calls;
using FunctionsApp.Messaging.WeCom.Client;

namespace FunctionsApp.Messaging.WeCom.Welcomes;

/// <summary>
/// Puts welcomes (入群欢迎语) into the corporation's library, where the owner of a group chooses one. The library holds
/// <see cref="WeComLimits.WelcomeTemplates"/>; when it is full, the owner writes the text.
/// </summary>
public sealed class WelcomePreparation(WeComWelcomeClient platform)
{
    public async Task<ChannelReply> PrepareAsync(ChannelCall call) =>
        await platform.AddAsync(new WelcomeTemplate(call.Text)) switch
        {
            WeComReply<string>.Success added => new ChannelReply.Accepted(added.Value),
            WeComReply<string>.Refused refused =>
                new ChannelReply.ByHand($"the platform refuses the welcome: {refused.Code}"),
            // A second welcome in the library does no harm.
            _ => new ChannelReply.ByHand("the platform did not answer"),
        };
}
