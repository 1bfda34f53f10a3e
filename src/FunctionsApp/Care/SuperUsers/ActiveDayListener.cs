using Community.Care.SuperUsers;
using Community.Messaging.Channels;

namespace FunctionsApp.Care.SuperUsers;

/// <summary>
/// Notes the days on which people post messages, where the channel reports them and while some criteria count them.
/// </summary>
public sealed class ActiveDayListener(SuperUserCriteriaStore criteria, ActiveDayStore days)
{
    public async Task HandleAsync(ChannelEvent.MessagePosted posted)
    {
        var all = await criteria.AllAsync();
        if (all.Any(each => each.Rules.Any(rule => rule.Figure is SuperUserFigure.ActiveDays)))
            await days.AddAsync(posted.MemberId, posted.Timestamp);
    }
}
