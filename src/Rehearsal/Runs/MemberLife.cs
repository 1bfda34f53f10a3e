using System.Diagnostics;
using Rehearsal.People;

namespace Rehearsal.Runs;

/// <summary>Lets members do what they do by themselves.</summary>
sealed class MemberLife(RehearsalWorld world, MemberActions members)
{
    /// <summary>A member joined now.</summary>
    public void Begin(int person, string groupId) =>
        Play(person, groupId, PersonLife.AfterJoining(world.Draws, world.Behaviour, person, groupId));

    /// <summary>A member is in the group for some time.</summary>
    public void Continue(int person, string groupId) =>
        Play(person, groupId, PersonLife.AtAnyTime(world.Draws, world.Behaviour, person, groupId));

    void Play(int person, string groupId, IEnumerable<LifeEvent> life)
    {
        foreach (var happening in life)
        {
            // Nobody hears what is said where the platform does not tell messages.
            if (happening.Kind is LifeEventKind.Message && !world.Channel.ReportsMessages) continue;
            world.At(world.Clock.Now + happening.After, () => DoAsync(person, groupId, happening));
        }
    }

    Task DoAsync(int person, string groupId, LifeEvent happening) => happening.Kind switch
    {
        LifeEventKind.CardName => members.RenameAsync(person, groupId),
        LifeEventKind.Message => members.PostAsync(person, groupId, happening.Text!),
        LifeEventKind.Leave => members.LeaveAsync(person, groupId),
        _ => throw new UnreachableException(),
    };
}
