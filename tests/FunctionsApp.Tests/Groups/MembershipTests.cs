using Community.Groups;
using FunctionsApp.Groups;

namespace FunctionsApp.Tests.Groups;

public sealed class MembershipTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Member_is_listed_in_each_group_once_with_the_name_and_stay_in_it()
    {
        var member = app.NewId("u");
        var (first, second) = (await app.GroupAsync(), await app.GroupAsync(kind: "NewBuyer"));
        var (joined, left) = (app.Now.AddDays(-2), app.Now.AddDays(-1));
        await app.JoinAsync(first, member, at: joined, name: "晓梅");
        await app.JoinAsync(first, member, at: joined, name: "晓梅");
        await app.LeaveAsync(first, member, left);
        await app.JoinAsync(second, member, at: left, name: "晓梅-苏州");

        var groups = (await GroupsAsync(member)).ToDictionary(group => group.GroupId, StringComparer.Ordinal);

        Assert.Equal(2, groups.Count);
        Assert.Equal(
            (GroupKind.SuperUser, GroupState.Open, "晓梅", joined, left),
            (groups[first].Kind!.Value, groups[first].State!.Value, groups[first].MemberName,
                groups[first].JoinedAt!.Value, groups[first].LeftAt!.Value));
        Assert.Equal((GroupKind.NewBuyer, "晓梅-苏州"), (groups[second].Kind!.Value, groups[second].MemberName));
        Assert.Null(groups[second].LeftAt);
    }

    [Fact]
    public async Task Group_without_a_charter_is_listed_without_name_and_kind()
    {
        var (member, group) = (app.NewId("u"), app.NewId("unknown"));
        await app.JoinAsync(group, member);

        var only = Assert.Single(await GroupsAsync(member));

        Assert.Equal((group, null, null), (only.GroupId, only.Name, only.Kind));
    }

    [Fact]
    public async Task Unknown_member_has_no_groups() => Assert.Empty(await GroupsAsync("nobody"));

    Task<IReadOnlyList<MembershipView>> GroupsAsync(string member) =>
        app.ListAsync<MembershipView>($"/api/members/{member}/groups?");
}
