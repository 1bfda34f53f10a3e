using FunctionsApp.Care.Feedback;
using FunctionsApp.Groups;
using FunctionsApp.Platform.DueWork;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Care.Health;

/// <summary>Hands every group over to <see cref="GroupAssessmentHandler"/>, every night after the day's end.</summary>
public sealed class AssessGroupsFunction(
    GroupStore groups, FeedbackLocatorStore feedback, DueWorkScheduler scheduler)
{
    const int PageSize = 1000;

    [Function("AssessGroups")]
    public async Task Assess([TimerTrigger("0 50 19 * * *")] TimerInfo timer)
    {
        var unanswered = await feedback.CountOpenAsync();
        string? continuation = null;
        do
        {
            var page = await groups.IdsAsync(PageSize, continuation);
            await scheduler.ScheduleNowAsync(
                GroupAssessment.Kind,
                page.Items.Chunk(GroupAssessment.MaxGroups).Select(ids => new GroupAssessment(
                    ids, ids.Where(unanswered.ContainsKey).ToDictionary(id => id, id => unanswered[id]))));
            continuation = page.Continuation;
        }
        while (continuation is not null);
    }
}
