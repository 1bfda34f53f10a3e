using Community.Care.Promises;
using Community.Groups.Members;
using FsCheck;
using FsCheck.Fluent;
using static Community.Tests.Care.Promises.SamplePromises;

namespace Community.Tests.Care.Promises;

/// <summary>Which lessons for the whole group reached a member who comes and goes.</summary>
public class MemberSharesTests
{
    enum Deed
    {
        Join,
        Leave,
        Lesson,
    }

    static readonly Gen<(Deed Deed, string MemberId)> Deeds =
        Gen.Elements(Deed.Join, Deed.Leave, Deed.Lesson).Zip(Gen.Elements("u1", "u2", "u3"));

    [Theory]
    [Seeds(1, 2, 20261128)]
    public void Member_has_exactly_the_lessons_of_all_stays(ulong seed) =>
        Property.CheckSequences(seed, Deeds, deeds =>
        {
            var members = new[] { "u1", "u2", "u3" }.ToDictionary(id => id, id => new Member("tea-1", id));
            var got = members.Keys.ToDictionary(id => id, _ => 0);
            List<UnitDelivery> lessons = [];
            foreach (var (index, (deed, memberId)) in deeds.Index())
            {
                var at = At.AddHours(index);
                if (deed is Deed.Lesson)
                {
                    lessons.Add(Lesson(index, members.Values));
                    foreach (var member in members.Values.Where(member => member.IsPresent)) got[member.MemberId]++;
                }
                else
                {
                    members[memberId] = After(members[memberId], deed, at);
                }
            }

            var shares = new MemberShares(Promise(PromiseKind.Learning, Unit()), lessons);
            foreach (var member in members.Values.Where(member => member.IsPresent))
            {
                var share = shares.Of(member.MemberId, member.JoinedAt);
                Assert.Equal(got[member.MemberId], share.Delivered + share.Extras);
            }
        });

    [Fact]
    public void Lesson_that_is_entered_later_reaches_those_who_were_there()
    {
        var member = After(After(new Member("tea-1", "u1"), Deed.Join, At), Deed.Leave, At.AddHours(5));

        Assert.Equal(["u1"], MemberShares.PresentAt([member], At.AddHours(4)));
        Assert.Empty(MemberShares.PresentAt([member], At.AddHours(5)));
        Assert.Empty(MemberShares.PresentAt([member], At.AddHours(-1)));
    }

    static UnitDelivery Lesson(int hours, IEnumerable<Member> members) => Delivery($"lesson-{hours}", hours) with
    {
        Present = MemberShares.PresentAt(members, At.AddHours(hours)),
    };

    static Member After(Member member, Deed deed, DateTimeOffset at)
    {
        AttendanceCommand command = deed is Deed.Join
            ? new AttendanceCommand.Join("小林", null, null, at)
            : new AttendanceCommand.Leave(at);
        return MemberRules.Decide(command, member).Aggregate(member, MemberRules.Evolve);
    }
}
