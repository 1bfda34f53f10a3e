using FunctionsApp.Transfer.Documents;
using Rehearsal.People;

namespace Rehearsal.Runs;

/// <summary>The people of a group that no campaign fills.</summary>
sealed class GroupCrowd(
    RehearsalWorld world, GroupItem group, PeopleRange people, MemberActions members, MemberLife life)
{
    const int LongestMembership = 30;

    // Those who joined before have been welcomed.
    static readonly TimeSpan Welcomed = TimeSpan.FromDays(4);

    int Places => Math.Min(people.Count, group.Capacity ?? people.Count);

    /// <summary>Members who joined before the rehearsal begins.</summary>
    public async Task GatherAsync()
    {
        for (var person = people.First; person < people.First + Places; person++)
        {
            var ago = Welcomed + TimeSpan.FromDays(world.Draws.Next(person, "joined before") * LongestMembership);
            await members.JoinAsync(person, group.Id!, state: null, at: world.Request.From - ago);
            life.Continue(person, group.Id!);
        }
    }

    /// <summary>People who come by the join link of a flash group between two instants.</summary>
    public void ComeBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var period = world.Arrivals.Between(from, to);
        for (var person = people.First; person < people.First + Places; person++)
        {
            var visitor = person;
            world.At(period.At(world.Draws.Next(person, "arrives")), () => JoinAsync(visitor));
        }
    }

    async Task JoinAsync(int person)
    {
        world.Record.Count("arrivals", group.Id!);
        await members.JoinAsync(person, group.Id!, state: null);
        life.Begin(person, group.Id!);
    }
}
