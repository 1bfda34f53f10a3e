using System.Net;
using Community.Groups;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Groups;

public sealed class PastCharterTests(AppHost app) : IClassFixture<AppHost>
{
    [Theory]
    [InlineData(0)]
    [InlineData(-60)]
    [InlineData(-525_600)]
    public async Task Flash_group_whose_charter_has_ended_is_refused_and_not_stored(int minutes)
    {
        var id = app.NewId("group");
        var body = SampleBodies.Group(id, app.Now.AddMinutes(minutes), "Flash");

        (await app.PostAsync("/api/groups", body)).Names("charter.endsAt");
        (await app.GetAsync($"/api/groups/{id}")).IsProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Repeat_of_a_creation_is_answered_after_the_charter_has_ended()
    {
        var body = SampleBodies.Group(app.NewId("group"), app.Now.AddHours(1), "Flash");
        await app.PostAsync("/api/groups", body);
        await app.AdvanceAsync(TimeSpan.FromHours(2));

        (await app.PostAsync("/api/groups", body)).Expecting(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Charter_of_another_kind_may_have_an_end_in_the_past_which_does_nothing()
    {
        var group = await app.GroupAsync(endsAt: app.Now.AddDays(-1));

        await app.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(GroupState.Open, (await app.GetGroupAsync(group)).State);
    }
}
