using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Files;
using BiAssistant.DemoCompany.Generation;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Tables;

/// <summary>What guests said: in surveys, in complaints and in public.</summary>
internal static class OpinionTables
{
    public static IEnumerable<Table> Of(ClusterData data) => [Surveys(data), Complaints(data), Topics(data), TopicLinks(data), Reviews(data), Goals(data)];

    private static Table<Survey> Surveys(ClusterData data) =>
        new Table<Survey>("satisfaction_surveys", SurveyGenerator.Generate(data.Cluster, data.Guests, data.Bookings))
            .Whole("survey_id", survey => survey.Id)
            .Whole("booking_id", survey => survey.BookingId)
            .Text("property_code", survey => survey.PropertyCode)
            .Day("submitted_on", survey => survey.SubmittedOn)
            .Whole("overall_score", survey => survey.OverallScore)
            .WholeOrNull("cleanliness_score", survey => survey.CleanlinessScore)
            .WholeOrNull("service_score", survey => survey.ServiceScore)
            .FlagOrNull("would_recommend", survey => survey.WouldRecommend)
            .Text("language_code", survey => survey.Language)
            .TextOrNull("comment", survey => survey.Comment)
            .WholeOrNull("guest_id", survey => survey.GuestId);

    private static Table<Complaint> Complaints(ClusterData data) => new Table<Complaint>("complaints", data.Complaints)
        .Whole("complaint_id", complaint => complaint.Id)
        .Text("property_code", complaint => complaint.PropertyCode)
        .WholeOrNull("guest_id", complaint => complaint.GuestId)
        .Moment("opened_at", complaint => complaint.OpenedAt)
        .MomentOrNull("resolved_at", complaint => complaint.ResolvedAt)
        .Whole("severity_code", complaint => complaint.Severity)
        .Text("source_code", complaint => complaint.Source)
        .WholeOrNull("compensation_cents", complaint => complaint.CompensationCents);

    private static Table<ComplaintTopic> Topics(ClusterData data) =>
        new Table<ComplaintTopic>("complaint_topics", data.Once(ComplaintTopic.All.Select(choice => choice.Value)))
            .Text("topic_code", topic => topic.Code)
            .Text("name", topic => topic.Name);

    private static Table<(int Complaint, string Topic)> TopicLinks(ClusterData data) =>
        new Table<(int Complaint, string Topic)>("complaint_topic_links", data.Complaints.SelectMany(complaint => complaint.Topics.Select(topic => (complaint.Id, topic))))
            .Whole("complaint_id", link => link.Complaint)
            .Text("topic_code", link => link.Topic);

    private static Table<Review> Reviews(ClusterData data) => new Table<Review>("reviews", ReviewGenerator.Generate(data.Cluster, data.Bookings))
        .Whole("review_id", review => review.Id)
        .Text("property_code", review => review.PropertyCode)
        .Text("site_code", review => review.Site)
        .Day("posted_on", review => review.PostedOn)
        .Whole("rating", review => review.Rating)
        .DayOrNull("replied_on", review => review.RepliedOn)
        .TextOrNull("language_code", review => review.Language);

    private static Table<ServiceGoal> Goals(ClusterData data) => new Table<ServiceGoal>("service_goals", ServiceGoalGenerator.Generate(data.Cluster))
        .Text("property_code", goal => goal.PropertyCode)
        .Day("quarter_start", goal => goal.QuarterStart)
        .Whole("goal_tenths", goal => goal.Tenths);
}
