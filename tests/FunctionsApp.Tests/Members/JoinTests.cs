namespace FunctionsApp.Tests.Members;

public sealed class JoinTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task A_join_by_a_code_counts_the_member_and_keeps_the_code()
    {
        var group = await app.GroupAsync();
        var (_, code) = await app.CampaignAsync(group);

        await app.JoinAsync(group, "u1", code);

        Assert.Equal(1, (await app.SeeGroupAsync(group)).MemberCount);
        var member = Assert.Single(await app.MembersAsync(group));
        Assert.Equal(("u1", "小林", code, null), (member.MemberId, member.Name, member.Code, member.LeftAt));
    }
}
