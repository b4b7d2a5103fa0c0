using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes the answers to the survey that is sent after a completed stay, one to fourteen days later; some guests leave their name away.</summary>
internal static class SurveyGenerator
{
    private static readonly string[] Praise = ["Wonderful staff.", "We will be back.", "Spotless room and a great breakfast.", "직원분들이 정말 친절했습니다.", "조식이 훌륭했어요.", "Perfect location."];
    private static readonly string[] Mixed = ["Good, but the room was small.", "Check-in took a while.", "방은 좋았지만 조금 시끄러웠어요.", "Fine for one night."];
    private static readonly string[] Complaint = ["The air conditioning did not work.", "Too noisy to sleep.", "청소 상태가 아쉬웠습니다.", "Overpriced for what it is."];

    public static IReadOnlyList<Survey> Generate(Cluster cluster, IReadOnlyList<Guest> guests, IReadOnlyList<Booking> bookings)
    {
        var random = cluster.Stream("surveys");
        var names = cluster.Stream("names on surveys");
        var qualities = cluster.Properties.ToDictionary(property => property.Code, property => property.Quality);
        var nationalities = guests.ToDictionary(guest => guest.Id, guest => guest.Nationality);
        return
        [
            .. bookings
                .Where(booking => booking.Status == BookingStatus.Completed)
                .Select(booking => Answer(random, booking, qualities[booking.PropertyCode], nationalities[booking.GuestId]))
                .OfType<Survey>()
                .OrderBy(survey => survey.SubmittedOn)
                .ThenBy(survey => survey.BookingId)
                .Select((survey, place) => survey with { Id = cluster.KeysBefore + place + 1, GuestId = names.Chance(0.12) ? null : survey.GuestId }),
        ];
    }

    /// <summary>The guest's answer, or nothing: most do not answer, and some will only after the last day.</summary>
    private static Survey? Answer(RandomStream random, Booking booking, double quality, string? nationality)
    {
        var submittedOn = booking.Departure.AddDays(random.Between(1, 14));
        if (!random.Chance(0.24) || submittedOn > DataPeriod.Last)
        {
            return null;
        }

        var trend = 0.15 * (booking.Departure.Year - 2023);
        var overall = Score(quality + trend + (random.Bell() * 1.3));
        var cleanliness = Score(overall + 0.3 + (random.Bell() * 0.9));
        var service = Score(overall + (random.Bell() * 0.9));
        var recommends = random.Chance(overall >= 8 ? 0.96 : overall == 7 ? 0.55 : 0.08);
        return new Survey(
            Id: 0,
            booking.Id,
            booking.PropertyCode,
            submittedOn,
            overall,
            random.Chance(0.06) ? null : cleanliness,
            random.Chance(0.05) ? null : service,
            random.Chance(0.08) ? null : recommends,
            nationality switch { "KR" => "ko", "JP" => "ja", _ => "en" },
            random.Chance(0.72) ? null : random.Pick(overall >= 8 ? Praise : overall >= 6 ? Mixed : Complaint),
            booking.GuestId);
    }

    private static int Score(double score) => (int)Math.Clamp(Math.Round(score, MidpointRounding.AwayFromZero), 1, 10);
}
