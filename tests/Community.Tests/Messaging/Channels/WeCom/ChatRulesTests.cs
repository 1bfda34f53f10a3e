using Community.Messaging.Channels.WeCom;

namespace Community.Tests.Messaging.Channels.WeCom;

public class ChatRulesTests
{
    static readonly Decider<ChatCommand, Chat, ChatEvent> Rules = new(ChatRules.Decide, ChatRules.Evolve);
    static readonly Chat New = new("wrChat", Instants.Evening);

    [Fact]
    public void Chat_is_bound_once_and_refuses_a_second_group()
    {
        var bound = Rules.Given(New).When(new ChatCommand.Bind("tea-1")).Then(new ChatEvent.Bound("tea-1"));

        bound.When(new ChatCommand.Bind("tea-1")).ThenNothing();
        var other = bound.When(new ChatCommand.Bind("tea-2"));
        Assert.IsType<ChatEvent.Refused>(Assert.Single(other.Events));
        Assert.Equal("tea-1", other.State.GroupId);
    }

    [Fact]
    public void Claim_that_the_group_refused_is_taken_back_by_that_group_only()
    {
        var bound = new ChatEvent.Bound("tea-1");

        Rules.Given(New, bound).When(new ChatCommand.Unbind("tea-2")).ThenNothing();
        Assert.Null(Rules.Given(New, bound).When(new ChatCommand.Unbind("tea-1")).State.GroupId);
    }

    [Fact]
    public void Dismissed_chat_is_not_bound() => Assert.IsType<ChatEvent.Refused>(Assert.Single(
        Rules.Given(New, new ChatEvent.Dismissed(Instants.Evening)).When(new ChatCommand.Bind("tea-1")).Events));

    [Theory]
    [InlineData("茶友群", "茶友群", "龙井群", "龙井群")]
    [InlineData("小林的群", "茶友群", "龙井群", null)]
    [InlineData("茶友群", "茶友群", "茶友群", null)]
    [InlineData("茶友群", "茶友群", " ", null)]
    public void Group_follows_the_name_of_its_chat_while_it_had_the_old_one(
        string group, string before, string after, string? expected) => Assert.Equal(
        expected, ChatRules.NewNameOf(group, New with { Name = before }, new("wrChat", "v1", after, "owner-1", [])));

    [Theory]
    [InlineData("owner-1", "owner-2", "owner-2")]
    [InlineData("owner-1", "owner-1", null)]
    [InlineData("", "owner-1", null)]
    [InlineData("owner-1", "", null)]
    public void Chat_has_a_new_owner_when_the_last_read_told_another(string before, string after, string? expected) =>
        Assert.Equal(
            expected, ChatRules.NewOwnerOf(New with { OwnerId = before }, new("wrChat", "v1", "茶友群", after, [])));

    [Fact]
    public void Read_of_an_earlier_version_is_ignored()
    {
        var read = Rules.Given(New).When(Read("v1")).When(Read("v2", new WeComVersions("v1", "v2")));

        read.When(Read("v1")).ThenNothing();
        Assert.Equal("v2", read.State.Versions.Held);
    }

    [Fact]
    public void Late_read_of_a_version_that_was_never_held_hides_none_that_follow()
    {
        var late = Rules.Given(New).When(Read("v2")).When(Read("v1"));

        Assert.Equal("v2", late.When(Read("v2")).State.Versions.Held);
        Assert.Equal(
            VersionedEventUse.Apply, MemberVersionRules.Decide(late.State.Versions, new WeComVersions("v1", "v2")));
    }

    [Fact]
    public void Read_without_a_version_counts()
    {
        var read = Rules.Given(New).When(Read("v1")).When(Read(null));

        Assert.Equal(("v1", "茶友群", "linmei"), (read.State.Versions.Held, read.State.Name, read.State.OwnerId));
    }

    [Theory]
    [InlineData("v1", true)]
    [InlineData("v2", false)]
    [InlineData("v3", false)]
    public void Read_at_the_version_before_a_change_does_not_contain_it(string version, bool isBefore) =>
        Assert.Equal(isBefore, ChatRules.IsBefore(Roster(version), new WeComVersions("v1", "v2")));

    static ChatCommand.Read Read(string? version, WeComVersions? change = null) =>
        new(Roster(version), Instants.Evening, change);

    static ChatRoster Roster(string? version) => new("wrChat", version, "茶友群", "linmei", []);
}
