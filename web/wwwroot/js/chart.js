// Draws a chart specification with ECharts. The specification is data; nothing in it is evaluated.
window.biChart = (() => {
  const palette = ["#2f6fde", "#13a085", "#e08a1e", "#8e5bd0", "#d6455d", "#4aa3c9", "#7a8b99", "#b5a12c"];
  const charts = new Map();

  const axisNumber = percent => value => {
    const size = Math.abs(value);
    const short = size >= 1e9 ? value / 1e9 + "B" : size >= 1e6 ? value / 1e6 + "M" : size >= 1e3 ? value / 1e3 + "K" : String(value);
    return percent ? short + "%" : short;
  };

  const options = data => {
    const line = data.kind === "line";
    const lying = !line && data.series.length === 1 && data.categories.length > 6;
    const few = !line && !lying && data.categories.length <= 8;
    const axisLabel = few ? { interval: 0, width: 92, overflow: "break" } : {};
    const categories = { type: "category", data: data.categories, axisTick: { alignWithLabel: true }, inverse: lying, axisLabel };
    const values = [{ type: "value", axisLabel: { formatter: axisNumber(data.percent) } }];
    if (data.series.some(s => s.secondAxis) && !lying) {
      values.push({ type: "value", splitLine: { show: false }, axisLabel: { formatter: axisNumber(false) } });
    }
    return {
      color: palette,
      animationDuration: 250,
      grid: { left: 8, right: 16, top: data.series.length > 1 ? 36 : 12, bottom: 8, containLabel: true },
      legend: { show: data.series.length > 1, top: 0, type: "scroll" },
      tooltip: { trigger: "axis", valueFormatter: v => v === null || v === undefined ? "–" : Number(v).toLocaleString("en-US", { maximumFractionDigits: 2 }) + (data.percent ? "%" : "") },
      xAxis: lying ? values : categories,
      yAxis: lying ? categories : values,
      series: data.series.map(s => ({
        name: s.name,
        type: line ? "line" : "bar",
        data: s.values,
        yAxisIndex: !lying && s.secondAxis ? 1 : 0,
        barMaxWidth: 36,
        showSymbol: data.categories.length <= 40,
      })),
    };
  };

  return {
    draw(place, data) {
      if (!place || !window.echarts) return;
      const lying = data.kind !== "line" && data.series.length === 1 && data.categories.length > 6;
      place.style.height = lying ? Math.min(90 + data.categories.length * 24, 720) + "px" : "300px";
      const chart = echarts.init(place, null, { renderer: "svg" });
      chart.setOption(options(data));
      const resize = () => chart.resize();
      window.addEventListener("resize", resize);
      charts.set(place, { chart, resize });
    },
    clear(place) {
      const known = charts.get(place);
      if (!known) return;
      window.removeEventListener("resize", known.resize);
      known.chart.dispose();
      charts.delete(place);
    },
    showLast() {
      const turns = document.querySelectorAll(".turn");
      turns[turns.length - 1]?.scrollIntoView({ behavior: "smooth", block: "start" });
    },
  };
})();
