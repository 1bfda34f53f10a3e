using System.Globalization;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Plans;

/// <summary>A program enters, answers or closes feedback, until the request is answered.</summary>
sealed record FeedbackCall(TimeSpan At, string Id, FeedbackDeed Deed, object Body) : SimulatedEvent(At)
{
    public override async Task PlayEventAsync(World world)
    {
        // A reply needs the feedback, whose request may still be repeated.
        while (Deed is not FeedbackDeed.Enter && !world.Feedback.ContainsKey((Id, FeedbackDeed.Enter)))
            await world.Clock.DelayAsync(TimeSpan.FromMinutes(1));
        var path = Deed is FeedbackDeed.Enter
            ? "/api/feedback"
            : FormattableString.Invariant($"/api/feedback/{Id}/{(Deed is FeedbackDeed.Answer ? "answer" : "close")}");
        var answer = await world.Sender.SendUntilAcknowledgedAsync($"{this}", () => Sender.Create("POST", path, Body));
        if (answer.IsSuccess) world.Feedback[(Id, Deed)] = world.Clock.Now;
        else
            world.Violate(
                "the app accepts the operator's requests", $"{this} was answered {answer.Status}: {answer.Text}");
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} feedback {Id}: {Deed}");
}

/// <summary>What is done with feedback.</summary>
enum FeedbackDeed
{
    Enter,
    Answer,
    Close,
}
