using Simulation.Runs;

namespace Simulation.Plans;

/// <summary>A program enters, answers or closes feedback.</summary>
sealed record FeedbackCall(TimeSpan At, string Id, FeedbackDeed Deed, object Body)
    : DeedCall<FeedbackDeed>(At, Id, Deed, Body)
{
    protected override string Thing => "feedback";

    protected override string Path => Deed switch
    {
        FeedbackDeed.Enter => "/api/feedback",
        FeedbackDeed.Answer => $"/api/feedback/{Id}/answer",
        _ => $"/api/feedback/{Id}/close",
    };

    protected override IDictionary<(string Id, FeedbackDeed Deed), DateTimeOffset> DoneIn(World world) =>
        world.Feedback;
}

/// <summary>What is done with feedback.</summary>
enum FeedbackDeed
{
    Enter,
    Answer,
    Close,
}
