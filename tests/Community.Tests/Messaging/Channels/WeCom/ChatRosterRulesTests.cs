using Community.Groups.Members;
using Community.Messaging.Channels;
using Community.Messaging.Channels.WeCom;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Messaging.Channels.WeCom;

public class ChatRosterRulesTests
{
    static readonly DateTimeOffset Start = Instants.Evening;
    static readonly DateTimeOffset Now = Start.AddHours(10);

    static readonly Gen<string> Ids = Gen.Elements("wm1", "wm2", "wm3", "wm4", "wm5");

    static readonly Gen<DateTimeOffset> Times = Gen.Choose(0, 60).Select(minutes => Start.AddMinutes(minutes));

    static readonly Gen<Member> Known =
        from id in Ids
        from joined in Times
        from left in Times
        from isGone in Gen.Elements(true, false)
        from renamed in Times
        from isNamed in Gen.Elements(true, false)
        select new Member("tea-1", id, "茶友", JoinedAt: joined)
        {
            LeftAt = isGone ? left : null,
            RenamedAt = isNamed ? renamed : null,
        };

    static readonly Gen<ChatMember> Present =
        from id in Ids
        from isStaff in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        from joined in Times
        from inviter in Gen.Elements(null, "wm1", "wm2", "staff")
        from card in Gen.Elements(null, "", "小林-杭州", "小周-上海")
        select new ChatMember(id, isStaff, null, joined, "code", inviter, card, "茶友");

    static readonly Gen<(List<Member> Known, ChatRoster Roster, NamedMembers Named)> Cases =
        from known in Known.ListOf()
        from present in Present.ListOf()
        from arrived in Ids.ListOf()
        from departed in Ids.ListOf()
        from at in Times
        select (
            known.DistinctBy(member => member.MemberId).ToList(),
            new ChatRoster("wrChat", "v1", "茶友群", "staff", [.. present.DistinctBy(member => member.Id)]),
            Named(at, [.. arrived], [.. departed]));

    [Theory]
    [Seeds(1, 20261126)]
    public void Members_after_the_events_are_those_of_the_chat(ulong seed) => Property.Check(seed, Cases, input =>
    {
        var (known, roster, named) = input;

        var after = Apply(known, ChatRosterRules.Compare("tea-1", known, roster, named, Now));

        var expected = roster.Members.Where(member => !member.IsStaff).Select(member => member.Id).Order();
        Assert.Equal(expected, after.Where(member => member.IsPresent).Select(member => member.MemberId).Order());
        Assert.All(after.Where(member => member.IsPresent), member =>
        {
            var card = roster.Members.Single(person => person.Id == member.MemberId).CardName;
            Assert.True(string.IsNullOrEmpty(card) || (member.HasCardName && member.Name == card));
        });
    });

    [Theory]
    [Seeds(1, 20261126)]
    public void Second_read_of_the_same_chat_finds_nothing_new(ulong seed) => Property.Check(seed, Cases, input =>
    {
        var (known, roster, named) = input;
        var after = Apply(known, ChatRosterRules.Compare("tea-1", known, roster, named, Now));

        Assert.Empty(ChatRosterRules.Compare("tea-1", after, roster, named, Now.AddMinutes(5)));
    });

    [Fact]
    public void Leave_has_the_instant_of_the_callback_that_names_the_member()
    {
        List<Member> known = [Joined("wm1", Start), Joined("wm2", Start)];

        var events = ChatRosterRules.Compare(
            "tea-1", known, Roster(), Named(Start.AddMinutes(7), [], ["wm1"]), Now);

        Assert.Equal(
            [("wm1", Start.AddMinutes(7)), ("wm2", Now)],
            events.Cast<ChannelEvent.MemberLeft>().Select(left => (left.MemberId, left.Timestamp)));
    }

    [Fact]
    public void Customer_who_came_and_went_before_the_read_was_a_member()
    {
        var named = Named(Start.AddMinutes(7), ["wm1", "linmei"], []);

        var events = ChatRosterRules.Compare("tea-1", [], Roster(), named, Now);

        Assert.Equal(
            [
                new ChannelEvent.MemberJoined(Start.AddMinutes(7), "tea-1", "wm1", ChatRosterRules.Unnamed, null, null),
                new ChannelEvent.MemberLeft(Now, "tea-1", "wm1"),
            ],
            events);
    }

    [Fact]
    public void Join_tells_the_code_the_inviter_and_no_staff_as_inviter()
    {
        var roster = Roster(
            Person("wm1") with { State = "k3x", InvitedBy = "linmei" },
            Person("wm2") with { InvitedBy = "wm1", UnionId = "union-2" },
            Person("linmei") with { IsStaff = true });

        var joins = ChatRosterRules.Compare("tea-1", [], roster, NamedMembers.None, Now)
            .Cast<ChannelEvent.MemberJoined>().ToList();

        Assert.Equal(
            [("wm1", "k3x", null, null), ("wm2", null, "wm1", "union-2")],
            joins.Select(join => (join.MemberId, join.State, join.InvitedBy, join.UnionId)));
    }

    [Fact]
    public void Name_that_the_platform_does_not_tell_is_replaced_and_a_long_one_is_shortened()
    {
        var roster = Roster(
            Person("wm1") with { Name = null }, Person("wm2") with { Name = new string('长', 63) + "🍵" });

        var names = ChatRosterRules.Compare("tea-1", [], roster, NamedMembers.None, Now)
            .Cast<ChannelEvent.MemberJoined>().Select(join => join.Name);

        Assert.Equal([ChatRosterRules.Unnamed, new string('长', 63)], names);
    }

    static NamedMembers Named(DateTimeOffset at, IReadOnlyList<string> arrived, IReadOnlyList<string> departed) =>
        NamedMembers.From(
            new WeComCallback.MembersAdded(at, "wrChat", 0, arrived.Count, arrived, null),
            new WeComCallback.MembersRemoved(at, "wrChat", 0, departed.Count, departed, null));

    static Member Joined(string id, DateTimeOffset at) => new("tea-1", id, "茶友", JoinedAt: at);

    static ChatMember Person(string id) => new(id, IsStaff: false, null, Start, null, null, null, "茶友");

    static ChatRoster Roster(params IReadOnlyList<ChatMember> members) =>
        new("wrChat", "v1", "茶友群", "linmei", members);

    static List<Member> Apply(IEnumerable<Member> known, IEnumerable<ChannelEvent> events)
    {
        var members = known.ToDictionary(member => member.MemberId);
        foreach (var happened in events)
        {
            (string Id, AttendanceCommand Command) report = happened switch
            {
                ChannelEvent.MemberJoined e =>
                    (e.MemberId, new AttendanceCommand.Join(e.Name, e.State, e.InvitedBy, e.Timestamp)),
                ChannelEvent.MemberLeft e => (e.MemberId, new AttendanceCommand.Leave(e.Timestamp)),
                ChannelEvent.MemberRenamed e => (e.MemberId, new AttendanceCommand.Rename(e.Name, e.Timestamp)),
                _ => throw new InvalidOperationException(),
            };
            var (id, command) = report;
            var member = members.GetValueOrDefault(id) ?? new Member("tea-1", id);
            members[id] = MemberRules.Decide(command, member).Aggregate(member, MemberRules.Evolve);
        }

        return [.. members.Values];
    }
}
