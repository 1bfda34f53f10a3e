using System.Collections.Concurrent;
using System.Net;
using Community.Care.Feedback;
using Community.Platform;
using FunctionsApp.Care.Feedback;
using FunctionsApp.Tests.Application.Authorisation;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Care.Feedback;

public sealed class ComplaintListenerTests
{
    [Fact]
    public async Task Listeners_hear_of_complaints_that_are_entered_or_posted_and_of_nothing_else()
    {
        var listener = new Listener();
        await using var app = await AppHost.StartAsync(new AppHostSetup
        {
            Configure = builder => builder.Services.AddSingleton<IComplaintListener>(listener),
        });
        var group = await app.GroupAsync();

        var entered = await app.EnterAsync(group);
        await app.EnterAsync(group, "u2", "Suggestion");
        await app.PostMessageAsync(group, "u3", "骗人");
        await app.PostMessageAsync(group, "u4", "请问怎么存茶？");

        var heard = (await app.ListFeedbackAsync($"groupId={group}")).Single(item => item.MemberId == "u3");
        Assert.Equal([entered, heard.Id], listener.Complaints.Select(complaint => complaint.Id));
        await app.AdvanceAsync(TimeSpan.FromHours(30));
        Assert.Equal(2, listener.Complaints.DistinctBy(complaint => complaint.Id).Count());
    }

    [Fact]
    public async Task Feedback_of_an_operator_is_of_staff_and_its_words_are_hidden_from_viewers()
    {
        var app = new RoleClients();
        await ((IAsyncLifetime)app).InitializeAsync();
        await using var closing = app;
        var body = FeedbackClient.Body(app.NewId("feedback"), await app.GroupAsync());

        var entered = (await app.SendAsAsync(
            OperatorRole.Operator, "POST", FeedbackClient.Path, AppHost.Json(body))).Expecting(HttpStatusCode.Created);
        var seen = (await app.SendAsAsync(OperatorRole.Viewer, "GET", entered.Location!)).Expecting(HttpStatusCode.OK);

        var feedback = entered.As<FeedbackView>();
        Assert.Equal((FeedbackSource.Staff, "operator Operator"), (feedback.Source, feedback.By));
        Assert.DoesNotContain(feedback.Text, seen.Text, StringComparison.Ordinal);
        (await app.SendAsAsync(OperatorRole.Viewer, "POST", FeedbackClient.Path, AppHost.Json(body)))
            .Expecting(HttpStatusCode.Forbidden);
    }

    sealed class Listener : IComplaintListener
    {
        public ConcurrentQueue<FeedbackItem> Complaints { get; } = [];

        public Task HandleAsync(FeedbackItem complaint)
        {
            Complaints.Enqueue(complaint);
            return Task.CompletedTask;
        }
    }
}
