using Community.Lifecycle.Onboarding;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.Onboarding;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Lifecycle.Onboarding;

public sealed class OnboardingTests(AppHost app) : IClassFixture<AppHost>
{
    const string Introduction = "大家好，我是小林，来自杭州，喜欢喝茶和徒步";

    [Fact]
    public async Task Newcomer_gets_welcome_rules_and_introduction_request_in_this_order()
    {
        var group = await app.GroupAsync();

        await app.JoinAsync(group, "u1");

        var lines = await app.DeliveriesAsync(group);
        Assert.Equal(["welcome", "rules", "introduction"], lines.Select(line => line.Step));
        Assert.All(lines, line => Assert.Equal(
            (DeliveryState.Sent, ChannelAction.SendToGroup, "u1", app.Now),
            (line.State, line.To, line.MemberId, line.SentAt)));
    }

    [Fact]
    public async Task Greeting_of_a_run_that_ended_goes_on_although_the_newcomer_left_meanwhile()
    {
        var (group, joinedAt) = (await app.GroupAsync(), app.Now);
        var stored = await app.Services.GetRequiredService<GroupStore>().FindAsync(group);
        // All that is left of a run whose process died.
        await app.Services.GetRequiredService<GreetingStore>()
            .AddAsync(stored!.Value, new Newcomer("u1", "小林", joinedAt));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await app.LeaveAsync(group, "u1");

        await app.JoinAsync(group, "u1", at: joinedAt);
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(
            [("welcome", DeliveryState.Uncertain), ("rules", DeliveryState.Sent), ("introduction", DeliveryState.Sent)],
            (await app.DeliveriesAsync(group)).Select(line => (line.Step, line.State)));
    }

    [Fact]
    public async Task Welcome_names_the_member_the_group_its_service_and_a_benefit()
    {
        var group = await app.GroupAsync();

        await app.JoinAsync(group, "u1", name: "小周");

        var welcome = (await app.DeliveriesAsync(group))[0].Text;
        Assert.All(
            ["小周", $"春茶福利群 {group}", "每周三一款新茶", "新人立减 30%"],
            word => Assert.Contains(word, welcome, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Newcomers_are_counted_and_get_no_message_when_onboarding_is_off()
    {
        await using var quiet = await AppHost.StartAsync(WithOnboarding("Off"));
        var group = await quiet.GroupAsync();

        await quiet.JoinAsync(group, "u1");
        await quiet.AdvanceAsync(TimeSpan.FromDays(8));

        Assert.Equal(["u1"], (await quiet.MembersAsync(group)).Select(member => member.MemberId));
        Assert.Empty(await quiet.DeliveriesAsync(group));
    }

    [Fact]
    public async Task Start_fails_when_onboarding_is_neither_on_nor_off() =>
        await Assert.ThrowsAsync<SettingException>(() => AppHost.StartAsync(WithOnboarding("Maybe")));

    [Fact]
    public async Task Newcomer_of_a_flash_group_gets_only_the_welcome()
    {
        var group = await app.GroupAsync(kind: "Flash", endsAt: app.Now.AddDays(5));

        await app.JoinAsync(group, "u1");
        await app.AdvanceAsync(TimeSpan.FromHours(73));

        Assert.Equal(["welcome"], await StepsAsync(group, "u1"));
    }

    [Fact]
    public async Task Member_without_a_card_name_after_a_day_is_reminded_once_in_private()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");

        await app.AdvanceAsync(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.DoesNotContain("card-name-reminder", await StepsAsync(group, "u1"));
        await app.AdvanceAsync(TimeSpan.FromDays(3));

        var reminder = Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "card-name-reminder");
        Assert.Equal((ChannelAction.SendToMember, "u1"), (reminder.To, reminder.MemberId));
        Assert.Equal(TimeSpan.FromHours(24), reminder.SentAt - (await app.MembersAsync(group))[0].JoinedAt);
    }

    [Fact]
    public async Task Member_with_a_card_name_is_not_reminded()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        await app.RenameAsync(group, "u1", "小林-杭州");
        await app.AdvanceAsync(TimeSpan.FromDays(4));

        Assert.DoesNotContain("card-name-reminder", await StepsAsync(group, "u1"));
        Assert.Equal("小林-杭州", Assert.Single(await app.MembersAsync(group)).Name);
    }

    [Fact]
    public async Task Member_who_has_left_is_not_reminded()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        await app.LeaveAsync(group, "u1");
        await app.AdvanceAsync(TimeSpan.FromDays(4));

        Assert.DoesNotContain("card-name-reminder", await StepsAsync(group, "u1"));
    }

    [Fact]
    public async Task Introduction_is_answered_with_veterans_who_share_interests()
    {
        var group = await app.GroupAsync();
        await VeteranAsync(group, "v1", "老陈", "我是老陈，来自苏州，喜欢喝茶和徒步");
        await VeteranAsync(group, "v2", "阿梅", "我是阿梅，来自上海，喜欢烘焙");
        await app.AdvanceAsync(TimeSpan.FromDays(8));
        await app.JoinAsync(group, "u1");

        await app.PostMessageAsync(group, "u1", Introduction);

        var meeting = Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "veterans");
        Assert.Equal("u1", meeting.MemberId);
        Assert.Contains("老陈", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("茶、徒步", meeting.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("阿梅", meeting.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Veteran_who_left_since_another_newcomer_met_him_is_not_named()
    {
        var group = await app.GroupAsync();
        await VeteranAsync(group, "v1", "老陈", "我是老陈，来自苏州，喜欢喝茶和徒步");
        await VeteranAsync(group, "v2", "阿梅", "我是阿梅，来自上海，喜欢喝茶");
        await app.AdvanceAsync(TimeSpan.FromDays(8));
        await app.JoinAsync(group, "u1");
        await app.PostMessageAsync(group, "u1", Introduction);
        await app.LeaveAsync(group, "v1");
        await app.JoinAsync(group, "u2");

        await app.PostMessageAsync(group, "u2", Introduction);

        var meetings = await app.DeliveriesAsync(group);
        Assert.Contains("老陈", TextOf("u1"), StringComparison.Ordinal);
        Assert.Contains("阿梅", TextOf("u2"), StringComparison.Ordinal);
        Assert.DoesNotContain("老陈", TextOf("u2"), StringComparison.Ordinal);

        string TextOf(string member) =>
            Assert.Single(meetings, line => line.Step == "veterans" && line.MemberId == member).Text;
    }

    [Fact]
    public async Task Members_for_less_than_a_week_are_not_introduced_as_veterans()
    {
        var group = await app.GroupAsync();
        await VeteranAsync(group, "v1", "老陈", "我是老陈，来自苏州，喜欢喝茶");
        await app.AdvanceAsync(TimeSpan.FromDays(6));
        await app.JoinAsync(group, "u1");

        await app.PostMessageAsync(group, "u1", Introduction);

        Assert.DoesNotContain("veterans", await StepsAsync(group, "u1"));
    }

    [Fact]
    public async Task Introduction_sets_the_interests_of_the_member_and_other_messages_set_none()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");
        await app.JoinAsync(group, "u2");

        await app.PostMessageAsync(group, "u1", Introduction);
        await app.PostMessageAsync(group, "u2", "今天的茶真好喝");

        var members = await app.MembersAsync(group);
        Assert.Equal(["茶", "徒步"], members[0].Interests);
        Assert.Empty(members[1].Interests);
    }

    [Fact]
    public async Task Member_who_returns_is_not_greeted_again()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        await app.LeaveAsync(group, "u1");
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        await app.JoinAsync(group, "u1");
        await app.AdvanceAsync(TimeSpan.FromDays(4));

        Assert.Equal(["welcome", "rules", "introduction", "card-name-reminder"], await StepsAsync(group, "u1"));
    }

    [Fact]
    public async Task Introduction_after_72_hours_is_not_answered()
    {
        var group = await app.GroupAsync();
        await VeteranAsync(group, "v1", "老陈", "我是老陈，来自苏州，喜欢喝茶和徒步");
        await app.AdvanceAsync(TimeSpan.FromDays(8));
        await app.JoinAsync(group, "u1");
        await app.AdvanceAsync(TimeSpan.FromHours(72));

        await app.PostMessageAsync(group, "u1", Introduction);

        Assert.DoesNotContain("veterans", await StepsAsync(group, "u1"));
    }

    [Theory]
    [InlineData(71, true)]
    [InlineData(72, false)]
    public async Task Member_whose_join_becomes_known_after_72_hours_is_not_greeted(int hours, bool isGreeted)
    {
        var group = await app.GroupAsync();

        await app.JoinAsync(group, "u1", at: app.Now.AddHours(-hours));
        await app.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal(["u1"], (await app.MembersAsync(group)).Select(member => member.MemberId));
        Assert.Equal(isGreeted, (await StepsAsync(group, "u1")).Any());
    }

    [Fact]
    public async Task Second_introduction_is_not_answered()
    {
        var group = await app.GroupAsync();
        await VeteranAsync(group, "v1", "老陈", "我是老陈，来自苏州，喜欢喝茶和徒步");
        await app.AdvanceAsync(TimeSpan.FromDays(8));
        await app.JoinAsync(group, "u1");

        await app.PostMessageAsync(group, "u1", Introduction);
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        await app.PostMessageAsync(group, "u1", Introduction);

        Assert.Single(await StepsAsync(group, "u1"), "veterans");
    }

    static AppHostSetup WithOnboarding(string value) => new()
    {
        Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Onboarding"] = value },
    };

    async Task VeteranAsync(string group, string member, string name, string introduction)
    {
        await app.JoinAsync(group, member, name: name);
        await app.PostMessageAsync(group, member, introduction);
    }

    async Task<IEnumerable<string>> StepsAsync(string group, string member) =>
        (await app.DeliveriesAsync(group)).Where(line => line.MemberId == member).Select(line => line.Step);
}
