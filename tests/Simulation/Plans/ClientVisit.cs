using System.Globalization;
using Simulation.Runs;

namespace Simulation.Plans;

/// <summary>An owner of chats opens the client of WeCom and confirms group sends that wait.</summary>
sealed record ClientVisit(TimeSpan At, string OwnerId, OwnerHabit Habit) : SimulatedEvent(At)
{
    public override Task PlayEventAsync(World world)
    {
        var sends = world.WeCom!.GroupSends;
        var waiting = sends.All.Where(send =>
            send is { SentAt: null, IsCancelled: false }
            && send.Sender == OwnerId
            && Habit.Confirms(send.CreatedAt, world.Clock.Now)
            && send.ChatIds.Any(chatId => world.WeCom.Server.Groups.Find(chatId) is not null));
        foreach (var send in waiting) sends.Confirm(send);
        return Task.CompletedTask;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} {OwnerId} ({Habit}) opens the client");
}

/// <summary>
/// The owner of a chat sends a group send of their own, which takes a place of the limit. <paramref name="Chat"/>
/// counts through the chats.
/// </summary>
sealed record OwnGroupSend(TimeSpan At, int Chat) : SimulatedEvent(At)
{
    public override Task PlayEventAsync(World world)
    {
        var platform = world.WeCom!;
        var (groupId, chat) = platform.Chats.ElementAt(Chat % platform.Chats.Count);
        if (!chat.IsDismissed) platform.Server.GroupSends.SendByStaff(chat.Owner, chat.Id);
        world.Trace.Add($"the owner of {groupId} sends a group send without the app");
        return Task.CompletedTask;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} a group send of an owner to chat {Chat}");
}
