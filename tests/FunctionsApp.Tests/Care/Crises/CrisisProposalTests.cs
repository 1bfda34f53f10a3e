using System.Net;
using System.Text.Json.Nodes;
using Community.Care.Crises;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Tests.Care.Feedback;

namespace FunctionsApp.Tests.Care.Crises;

public sealed class CrisisProposalTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Burst_of_complaints_opens_one_proposal_and_a_crisis_of_the_group_ends_it()
    {
        var group = await app.GroupAsync();
        await ComplainAsync(group, from: 0, count: 4);
        Assert.Empty(await ProposalsAsync(group));

        await ComplainAsync(group, from: 4, count: 36);

        var proposal = Assert.Single(await ProposalsAsync(group));
        Assert.Equal((1, 5, 5), (proposal.Number, proposal.Complaints, proposal.People));
        Assert.Single(await AskedAsync(group));
        await app.CrisisAsync(group);
        Assert.Empty(await ProposalsAsync(group));
        Assert.Empty(await AskedAsync(group));
        await ComplainAsync(group, from: 40, count: 10);
        Assert.Empty(await ProposalsAsync(group));
    }

    [Fact]
    public async Task Messages_with_complaints_count_as_well()
    {
        var group = await app.GroupAsync();

        for (var member = 0; member < 5; member++)
            await app.PostMessageAsync(group, $"u{member}", "都是骗子，退钱！大家一起投诉");
        await app.RunUntilIdleAsync();

        Assert.Single(await ProposalsAsync(group));
    }

    [Fact]
    public async Task Dismissed_proposal_comes_back_only_when_it_gets_much_worse()
    {
        var group = await app.GroupAsync();
        await ComplainAsync(group, from: 0, count: 5);

        (await DismissAsync(group)).Expecting(HttpStatusCode.NoContent);
        (await DismissAsync(group)).Expecting(HttpStatusCode.NotFound);
        Assert.Empty(await AskedAsync(group));
        await ComplainAsync(group, from: 5, count: 4);
        Assert.Empty(await ProposalsAsync(group));

        await ComplainAsync(group, from: 9, count: 1);

        var proposal = Assert.Single(await ProposalsAsync(group));
        Assert.Equal((2, 10), (proposal.Number, proposal.Complaints));
        Assert.Single(await AskedAsync(group));
        (await app.PostAsync($"/api/crisis-proposals/{group}/dismiss", new JsonObject())).ExpectingInvalid("by");
    }

    async Task ComplainAsync(string group, int from, int count)
    {
        for (var n = from; n < from + count; n++) await app.EnterAsync(group, $"u{n}");
    }

    Task<ApiAnswer> DismissAsync(string group) =>
        app.PostAsync($"/api/crisis-proposals/{group}/dismiss", new JsonObject { ["by"] = "小王" });

    async Task<IReadOnlyList<CrisisProposal>> ProposalsAsync(string group) =>
        [.. (await app.ListAsync<CrisisProposal>("/api/crisis-proposals?")).Where(each => each.GroupId == group)];

    async Task<IReadOnlyList<StaffTaskView>> AskedAsync(string group) =>
        [.. (await app.TasksAsync(group)).Where(task => task.Kind == StaffTaskKind.DecideOnCrisis)];
}
